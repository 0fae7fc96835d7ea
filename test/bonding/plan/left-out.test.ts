import t from 'tap'
import type { Catalogue, ListUse } from '../../../src/bonding/catalogue.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { bond, openshift, podOf, type Scene, sriov } from '../scene.ts'

/** A catalogue that leaves namespace `other` out, and notes what its lists are asked for. */
function watching(definitions = openshift) {
  const table = new NetworkTable(definitions.map(readNetwork))
  const uses: (ListUse | undefined)[] = []
  const catalogue: Catalogue = {
    get: (namespace, name) => table.get(namespace, name),
    list: (namespace, use) => {
      uses.push(use)
      return table.list(namespace)
    },
    gap: namespace => (namespace === 'other' ? { kind: 'left-out', why: 'a setting' } : undefined),
  }
  return { catalogue, uses }
}

function verdict(scene: Scene, catalogue: Catalogue) {
  const pod = readPod(podOf(scene), 'demo')
  if (!pod) throw new Error('no pod')
  return createPlanner({ ...defaultPolicy, ...scene.policy })(pod, catalogue)
}

const bonds = 'bond-injector.io/bonds'
const links = 'bond-injector.io/links'
const unseen = /^bond-injector does not read the networks of namespace other, and so cannot find other\/x/
const refusals = [
  { name: 'the bond', scene: { label: '', annotations: { [bonds]: 'other/x' } }, rule: 'bond-network-exists', message: unseen },
  { name: 'a link that the pod names', scene: { annotations: { [links]: 'sriovnet1,other/x' } }, rule: 'link-network-exists', message: unseen },
  { name: 'a link that the author lists', scene: { networks: 'sriovnet1@net1,other/x@net2' }, rule: 'link-network-exists', message: unseen },
  { name: 'a bond of a namespace that is read', scene: { label: '', annotations: { [bonds]: 'third/x' } }, rule: 'bond-network-exists', message: /^there is no network attachment definition third\/x$/ },
] // prettier-ignore
for (const { name, scene, rule, message } of refusals) {
  t.test(`what is said of ${name}`, async t => {
    const verdictOn = verdict(scene, watching().catalogue)
    t.match(verdictOn, { kind: 'refused', errors: [{ rule, message }] })
    if (verdictOn.kind !== 'refused') return
    t.equal(verdictOn.errors.length, 1)
    t.equal(/--watch-namespace other/.test(verdictOn.errors[0]?.fix ?? ''), message === unseen, 'and whose move it is')
  })
}

const pinned = [
  sriov('sriovnet1'),
  sriov('sriovnet2'),
  bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
]
const uses: readonly { readonly name: string; readonly scene: Scene; readonly definitions?: typeof pinned; readonly uses: readonly ListUse[] }[] = [
  { name: 'discovery decides by the list', scene: {}, uses: ['decide'] },
  { name: 'so does the choice of the only bond', scene: { label: '' }, definitions: pinned, uses: ['decide'] },
  { name: 'a bond that is not there has names suggested', scene: { label: 'bond-nte1' }, uses: ['suggest'] },
  { name: 'so has what is no bond', scene: { label: 'sriovnet1' }, uses: ['suggest'] },
  { name: 'so has a link that is not there', scene: { annotations: { [links]: 'sriovnet1,sriovnte2' } }, uses: ['suggest'] },
  { name: 'what is named and found needs no list', scene: {}, definitions: pinned, uses: [] },
  { name: 'discovery that is off needs none', scene: { policy: { discovery: false } }, uses: [] },
] // prettier-ignore
for (const { name, scene, definitions, uses: expected } of uses) {
  t.test(`what a list is used for: ${name}`, async t => {
    const { catalogue, uses } = watching(definitions)
    verdict(scene, catalogue)
    t.strictSame([...new Set(uses)], expected)
  })
}
