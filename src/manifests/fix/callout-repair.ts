import type { Path } from '../../bonding/place.ts'
import { calloutAtEnd } from '../callout-values.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import type { ManifestNode, ScalarNode } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { resolvePlain } from '../yaml/resolve-scalar.ts'
import { takenOut } from './callout-edits.ts'
import { fieldRepair } from './object-repair.ts'
import type { Proposal } from './repair.ts'
import { writtenRange } from './value-edits.ts'

/** The callout that stands behind a value, `bond-net1 <1>`, out of it. @param offset of the finding, in the file */
export function calloutBehindValue(
  objects: readonly ManifestObject[],
  offset: number,
  finding: LintFinding,
): Proposal | undefined {
  for (const object of objects) {
    const found = scalarAt(object.node, offset, [])
    if (!found || typeof found.scalar.value !== 'string') continue
    const { path, scalar } = found
    const callout = calloutAtEnd(found.scalar.value)
    const { length } = found.scalar.value
    const { text } = object.source
    const written = callout && writtenRange(text, scalar, { start: length - callout.length, end: length })
    if (!written) continue
    const value = meaning(found.scalar.value.slice(0, -callout.length).trimEnd(), scalar)
    return fieldRepair({ kind: 'value', finding, object, path, value, edits: [takenOut(text, written)] })
  }
  return undefined
}

/** Without its callout, a plain value can be a number. */
function meaning(text: string, { style }: ScalarNode): unknown {
  const resolved = style === 'plain' ? resolvePlain(text) : undefined
  return resolved?.kind === 'value' ? resolved.value : text
}

interface Found {
  readonly path: Path
  readonly scalar: ScalarNode
}

function scalarAt(node: ManifestNode, offset: number, path: Path): Found | undefined {
  // What an alias stands for is elsewhere, so that only scalars know their place.
  if (node.kind === 'scalar') return node.start <= offset && offset < node.end ? { path, scalar: node } : undefined
  if (node.kind === 'list')
    return first(node.items.entries(), ([index, item]) => scalarAt(item, offset, [...path, index]))
  return first(node.entries, ({ key, value }) => scalarAt(value, offset, [...path, key]))
}

function first<T>(items: Iterable<T>, find: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return undefined
}
