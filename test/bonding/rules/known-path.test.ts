import t from 'tap'
import type { Path } from '../../../src/bonding/place.ts'
import { knownPath } from '../../../src/bonding/rules/known-path.ts'

const cases: readonly { readonly name: string; readonly path: Path; readonly seen: Path }[] = [
  { name: 'a key of the bond', path: ['spec', 'config', 'failOverMac'], seen: ['spec', 'config', 'failOverMac'] },
  { name: 'an element', path: ['spec', 'config', 'links', 1, 'name'], seen: ['spec', 'config', 'links', 1, 'name'] },
  { name: 'a key that its author invented', path: ['spec', 'config', 'password'], seen: ['spec', 'config'] },
  { name: 'what stands below one', path: ['spec', 'config', 'ipam', 'secret', 'name'], seen: ['spec', 'config', 'ipam'] },
  { name: 'an annotation, whose names are ours', path: ['metadata', 'annotations', 'x/y'], seen: ['metadata', 'annotations', 'x/y'] },
] // prettier-ignore
for (const { name, path, seen } of cases) {
  t.test(`what another namespace sees of a path: ${name}`, async t => {
    t.strictSame(knownPath(path), seen)
  })
}
