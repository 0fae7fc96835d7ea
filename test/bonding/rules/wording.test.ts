import t from 'tap'
import type { Finding } from '../../../src/bonding/finding.ts'
import { annotations, foreignAnnotations } from '../../../src/bonding/keys.ts'
import { describe } from '../../../src/bonding/layout.ts'
import { bond, definition, macvlan, openshift, podOf, type Scene, sriov, verdictOn } from '../scene.ts'

function findingsOn(scene: Scene): readonly Finding[] {
  const verdict = verdictOn(podOf(scene), scene)
  return verdict.kind === 'refused' ? [...verdict.errors, ...verdict.warnings] : verdict.warnings
}

function textsOn(scene: Scene, rule: string): string {
  return findingsOn(scene)
    .filter(finding => finding.rule === rule)
    .map(describe)
    .join('\n')
}

const many = (count: number) => Array.from({ length: count }, (_, index) => bond(`bond-${index}`, ['net1', 'net2']))

const lists: readonly { readonly name: string; readonly scene: Scene; readonly rule: string; readonly says: RegExp }[] =
  [
    {
      name: 'bonds to choose from',
      scene: { label: '', definitions: many(7) },
      rule: 'bond-to-choose',
      says: /has 7 bond networks.*bond-4 and 2 more/,
    },
    {
      name: 'bonds to name instead of a link',
      scene: { label: 'sriovnet1', definitions: [sriov('sriovnet1'), ...many(6)] },
      rule: 'bond-network-is-bond',
      says: /bond-4 and 1 more/,
    },
    {
      name: 'bonds to name instead of one that is not there',
      scene: { label: 'quite-another', definitions: many(6) },
      rule: 'bond-network-exists',
      says: /bond-4 and 1 more/,
    },
    {
      name: 'networks that discovery found',
      scene: { definitions: [bond('bond-net1', ['net1', 'net2']), ...[1, 2, 3, 4, 5, 6].map(n => sriov(`sriov${n}`))] },
      rule: 'links-known',
      says: /has 6 SR-IOV networks with a resource name \(.*sriov5 and 1 more\)/,
    },
    {
      name: 'one network is no networks',
      scene: { definitions: [bond('bond-net1', ['net1', 'net2']), sriov('sriov1')] },
      rule: 'links-known',
      says: /has 1 SR-IOV network with a resource name \(sriov1\)/,
    },
    {
      name: 'containers to choose from',
      scene: {
        annotations: { [annotations.container]: 'none' },
        spec: { containers: Array.from({ length: 8 }, (_, index) => ({ name: `c${index}` })) },
      },
      rule: 'container-exists',
      says: /c4 and 3 more/,
    },
  ]

for (const { name, scene, rule, says } of lists) t.test(name, async t => t.match(textsOn(scene, rule), says))

t.test('how a rule is lowered is said only where it is not', async t => {
  const scene: Scene = {
    networks: 'macvlan1@net1,sriovnet2@net2',
    definitions: [...openshift, macvlan('macvlan1')],
  }
  const lowered = { policy: { severities: new Map([['links-are-sriov', 'warning'] as const]) } }
  t.match(textsOn(scene, 'links-are-sriov'), /or run with --rule links-are-sriov=warning/)
  t.notMatch(textsOn({ ...scene, ...lowered }, 'links-are-sriov'), /--rule/)
})

t.test('a key that is null is not called missing alone', async t => {
  const config = (member: string) =>
    `{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","linksInContainer":true,"miimon":"100","links":[{"name":"net1"},{"name":"net2"}],${member}}`
  const on = (member: string) =>
    textsOn(
      { definitions: [...openshift.slice(0, 2), definition('bond-net1', config(member))] },
      'fail-over-mac-required',
    )
  t.match(on('"failOverMac":1,"failOverMac":null'), /failOverMac: null, as good as missing, but mode/)
  t.match(on('"mtu":1500'), /failOverMac: missing, but mode/)
})

t.test('the JSON form is answered in JSON', async t => {
  const json = (networks: string, more: Scene = {}) => ({ networks, ...more })
  const scenes: readonly [rule: string, scene: Scene][] = [
    ['bond-after-links', json('[{"name":"bond-net1","interface":"bond0","ips":["10.56.217.9/24"]}]')],
    ['interface-renamed', json('[{"name":"sriovnet1"},{"name":"sriovnet2"},{"name":"bond-net1"}]')],
    ['link-under-other-name', json('[{"name":"sriovnet1","interface":"a"}]')],
    ['links-known', json('[{"name":"sriovnet1","interface":"net1"}]')],
    ['interface-names-unique', json('[{"name":"oam"}]', { definitions: [...openshift, macvlan('oam')] })],
  ]
  for (const [rule, scene] of scenes) {
    t.match(textsOn(scene, rule), /\{"name":/, rule)
    t.notMatch(textsOn(scene, rule), /\w@\w/, rule)
  }
})

t.test('a bond that is moved keeps what the pod asks for it', async t => {
  const text = textsOn(
    { networks: '[{"name":"bond-net1","ips":["10.56.217.9/24"],"interface":"bond0"}]' },
    'bond-after-links',
  )
  t.match(text, /"ips":\["10.56.217.9\/24"\]/)
  t.match(text, /Set k8s.v1.cni.cncf.io\/networks: \[\{"name":"sriovnet1","interface":"net1"\},/)
})

t.test('the fix for discovery is whole, or there is none to paste', async t => {
  const named = (...names: readonly string[]) => ({
    definitions: [bond('bond-net1', ['net1', 'net2']), ...names.map(name => sriov(name))],
  })
  const fix = (scene: Scene) => findingsOn(scene).find(({ rule }) => rule === 'links-by-discovery')?.fix
  t.equal(fix(named('sriovnet1', 'sriovnet2')), `Set ${annotations.links}: sriovnet1,sriovnet2 on bond-net1`)
  t.match(fix(named('sriov.a', 'sriovnet2')), /networks: \[\{"name":"sriov.a","interface":"net1"\},\{/)
  t.match(fix(named(`s${'x'.repeat(120)}`, 'sriovnet2')), /^List them in/)
  t.match(
    fix(named(`s.${'x'.repeat(120)}`, 'sriovnet2')),
    new RegExp(`^List them in ${foreignAnnotations.networks}, in JSON`),
  )
})
