import t from 'tap'
import { differencesOf } from '../../../src/bonding/explain/differences.ts'
import type { Difference } from '../../../src/bonding/explain/explanation.ts'
import type { BondStatus } from '../../../src/bonding/plan/status.ts'

const bond = (more: Partial<BondStatus> = {}, ...links: readonly string[]): BondStatus => ({
  interface: 'bond0',
  network: 'demo/bond-net1',
  linksFrom: 'network',
  links: (links.length > 0 ? links : ['a', 'b']).map((name, index) => ({
    interface: `net${index + 1}`,
    network: `demo/${name}`,
  })),
  ...more,
})
const link = (name: string, carried: string | null, recomputed: string | null): Difference => ({
  kind: 'link',
  bond: 'demo/bond-net1',
  interface: name,
  carried,
  recomputed,
})

const cases: readonly {
  name: string
  carried: readonly BondStatus[]
  recomputed: readonly BondStatus[]
  differences: readonly Difference[]
}[] = [
  { name: 'none', carried: [bond()], recomputed: [bond()], differences: [] },
  {
    name: 'another link',
    carried: [bond()],
    recomputed: [bond({}, 'a', 'c')],
    differences: [link('net2', 'demo/b', 'demo/c')],
  },
  {
    name: 'swapped links',
    carried: [bond()],
    recomputed: [bond({}, 'b', 'a')],
    differences: [link('net1', 'demo/a', 'demo/b'), link('net2', 'demo/b', 'demo/a')],
  },
  {
    name: 'one link more',
    carried: [bond()],
    recomputed: [bond({}, 'a', 'b', 'c')],
    differences: [link('net3', null, 'demo/c')],
  },
  {
    name: 'one link less',
    carried: [bond({}, 'a', 'b', 'c')],
    recomputed: [bond()],
    differences: [link('net3', 'demo/c', null)],
  },
  {
    name: 'the same links by another row',
    carried: [bond()],
    recomputed: [bond({ linksFrom: 'pod' })],
    differences: [{ kind: 'links-from', bond: 'demo/bond-net1', carried: 'network', recomputed: 'pod' }],
  },
  {
    name: 'other links by another row: the links say it',
    carried: [bond()],
    recomputed: [bond({ linksFrom: 'pod' }, 'a', 'c')],
    differences: [link('net2', 'demo/b', 'demo/c')],
  },
  {
    name: 'another interface',
    carried: [bond()],
    recomputed: [bond({ interface: 'bond1' })],
    differences: [{ kind: 'bond', network: 'demo/bond-net1', carried: 'bond0', recomputed: 'bond1' }],
  },
  {
    name: 'another bond',
    carried: [bond()],
    recomputed: [bond({ network: 'demo/bond-net2' })],
    differences: [
      { kind: 'bond', network: 'demo/bond-net1', carried: 'bond0', recomputed: null },
      { kind: 'bond', network: 'demo/bond-net2', carried: null, recomputed: 'bond0' },
    ],
  },
]
for (const { name, carried, recomputed, differences } of cases) {
  t.test(name, async t => t.strictSame(differencesOf(carried, recomputed), differences))
}
