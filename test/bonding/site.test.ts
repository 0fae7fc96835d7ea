import t from 'tap'
import type { Finding } from '../../src/bonding/finding.ts'
import { describe } from '../../src/bonding/layout.ts'
import { createNetworkJudge } from '../../src/bonding/network-verdict.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../../src/bonding/network.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { defaultSite, type Site } from '../../src/bonding/site.ts'
import { bond, definition, macvlan, openshift, podOf, type Scene, sriov, verdictOn } from './scene.ts'

function findingsOn(scene: Scene): readonly Finding[] {
  const verdict = verdictOn(podOf(scene), scene)
  return verdict.kind === 'refused' ? [...verdict.errors, ...verdict.warnings] : verdict.warnings
}

const isolated: Partial<Site> = { globalNamespaces: ['default', 'openshift-multus'] }
const words = (namespace: string) =>
  `Multus: namespace isolation enabled, annotation violates permission, pod is in namespace demo but refers to target namespace ${namespace}`

const shared = [
  sriov('sriovnet1', 'openshift.io/a', 'shared'),
  sriov('sriovnet2', 'openshift.io/b', 'shared'),
  bond('bond-net1', ['net1', 'net2'], { namespace: 'shared', links: 'sriovnet1,sriovnet2' }),
]
const oams = [macvlan('oam', 'other'), macvlan('oam2', 'other'), macvlan('oam', 'default')]

const reaching: readonly { name: string; scene: Scene; told: readonly string[] }[] = [
  { name: 'networks of its own', scene: {}, told: [] },
  {
    name: 'one of another namespace, in the comma form',
    scene: { networks: 'other/oam@oam0', definitions: [...openshift, ...oams] },
    told: [`pod metadata.annotations[k8s.v1.cni.cncf.io/networks]: ${words('other')}`],
  },
  {
    name: 'one of another namespace, in JSON',
    scene: { networks: '[{"name":"oam","namespace":"other"}]', definitions: [...openshift, ...oams] },
    told: [`pod metadata.annotations[k8s.v1.cni.cncf.io/networks]: ${words('other')}`],
  },
  {
    name: 'two of one other namespace, which is told once',
    scene: { networks: 'other/oam@oam0,other/oam2@oam1', definitions: [...openshift, ...oams] },
    told: [`pod metadata.annotations[k8s.v1.cni.cncf.io/networks]: ${words('other')}`],
  },
  {
    name: 'one of a global namespace',
    scene: { networks: 'default/oam@oam0', definitions: [...openshift, ...oams] },
    told: [],
  },
  {
    name: 'a bond of another namespace and its links, told where the bond is asked for',
    scene: { label: '', annotations: { 'bond-injector.io/bonds': 'shared/bond-net1' }, definitions: shared },
    told: [`pod metadata.annotations[bond-injector.io/bonds]: ${words('shared')}`],
  },
  {
    name: 'links of another namespace, named by the pod',
    scene: {
      annotations: { 'bond-injector.io/links': 'shared/sriovnet1,shared/sriovnet2' },
      definitions: [...openshift, ...shared],
    },
    told: [`pod metadata.annotations[bond-injector.io/links]: ${words('shared')}`],
  },
  {
    name: 'links of another namespace, named by the bond network',
    scene: {
      definitions: [bond('bond-net1', ['net1', 'net2'], { links: 'shared/sriovnet1,shared/sriovnet2' }), ...shared],
    },
    told: [`demo/bond-net1 metadata.annotations[bond-injector.io/links]: ${words('shared')}`],
  },
  {
    name: 'a default network, which Multus does not isolate',
    scene: { annotations: { 'v1.multus-cni.io/default-network': 'other/oam' }, definitions: [...openshift, ...oams] },
    told: [],
  },
]
for (const { name, scene, told } of reaching) {
  t.test(`a pod that uses ${name}`, async t => {
    const found = findingsOn({ ...scene, policy: isolated }).filter(({ rule }) => rule === 'network-namespace-allowed')
    t.strictSame(
      found.map(finding => describe(finding).replace(/\. Use .*/, '')),
      told,
    )
    for (const { fix } of found) t.equal(fix, 'Use a network of namespace demo, or of default, openshift-multus')
    const open = findingsOn(scene).map(({ rule }) => rule)
    t.notOk(open.includes('network-namespace-allowed'), 'nothing is said where Multus does not isolate')
  })
}

t.test('with no global namespace there is only the own one', async t => {
  const scene = { networks: 'other/oam@oam0', definitions: [...openshift, ...oams] }
  const found = findingsOn({ ...scene, policy: { globalNamespaces: [] } })
  t.match(found, [{ rule: 'network-namespace-allowed', fix: 'Use a network of namespace demo', severity: 'error' }])
})

function bondOf(mode: string): NetworkAttachmentDefinition {
  const config = { cniVersion: '0.3.1', type: 'bond', mode, linksInContainer: true, miimon: '100' }
  const failOverMac = mode === 'active-backup' ? { failOverMac: 1 } : {}
  return definition('bond-net1', { ...config, ...failOverMac, links: [{ name: 'net1' }, { name: 'net2' }] })
}

function ofNetwork(mode: string, site: Partial<Site>): readonly Finding[] {
  const { errors, warnings } = createNetworkJudge(
    { ...defaultPolicy, ...site },
    'documented',
  )(readNetwork(bondOf(mode)))
  return [...errors, ...warnings]
}

const modes: readonly { mode: string; supportedModes?: Site['supportedModes']; fix?: string }[] = [
  { mode: 'balance-rr' },
  { mode: 'balance-rr', supportedModes: ['active-backup', 'balance-xor'], fix: 'Use balance-xor' },
  { mode: 'balance-xor', supportedModes: ['active-backup'], fix: 'Use active-backup' },
  { mode: 'broadcast', fix: 'Use active-backup or balance-xor or balance-rr' },
  { mode: '802.3ad', fix: 'Use balance-xor, with a static LAG on the switch instead of LACP' },
  { mode: '802.3ad', supportedModes: ['active-backup', '802.3ad'] },
  { mode: 'active-backup', supportedModes: ['802.3ad'], fix: 'Use 802.3ad' },
]
for (const { mode, supportedModes = defaultSite.supportedModes, fix } of modes) {
  t.test(`${mode} where ${supportedModes.join(', ')} are supported: ${fix ?? 'nothing is said'}`, async t => {
    const found = ofNetwork(mode, { supportedModes }).filter(({ rule }) => rule === 'mode-supported')
    t.strictSame(
      found.map(finding => [finding.message, finding.fix.replace(/, or run with .*/, '')]),
      fix === undefined
        ? []
        : [[`${mode} is not supported for virtual functions, only ${supportedModes.join(', ')}`, fix]],
    )
  })
}

t.test('a mode that nobody knows is answered with those that the site supports', async t => {
  const [found] = ofNetwork('xyz', { supportedModes: ['balance-xor'] })
  t.match(found, { rule: 'mode-known', fix: /Use balance-xor$/ })
})

for (const mode of ['balance-rr', 'balance-xor', 'active-backup', '802.3ad']) {
  const needed = mode === 'balance-rr' || mode === 'balance-xor'
  t.test(`${mode} where the switch has no LAG: ${needed ? 'a warning' : 'nothing is said'}`, async t => {
    const told = (switchLag: boolean) => ofNetwork(mode, { switchLag }).map(({ rule }) => rule)
    t.equal(told(false).includes('switch-lag-present'), needed)
    t.notOk(told(true).includes('switch-lag-present'))
  })
}
