import t from 'tap'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { foreignAnnotations } from '../../../src/bonding/keys.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import type { NetworkExample, PodExample } from '../../../src/bonding/rules/example.ts'
import { networkOfExample, podOfExample } from '../../../src/bonding/rules/example-objects.ts'
import { createJudge } from '../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())
const tuning = '{"type": "tuning", "sysctl": {"net.ipv4.conf.IFNAME.accept_redirects": "0"}}'
const plainBond =
  '"type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]'
const hostLocal =
  '"type": "host-local", "subnet": "10.56.217.0/24", "routes": [{"dst": "0.0.0.0/0"}], "gateway": "10.56.217.1"'

/** The page's own text: single-quoted YAML, so that line breaks have become blanks. */
const documentedBond = `{ "type": "bond", "cniVersion": "0.3.1", "name": "bond-net1", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "mtu": 1500, "links": [ {"name": "net1"}, {"name": "net2"} ], "ipam": { ${hostLocal} } }`

const networks: readonly {
  readonly name: string
  readonly definition: NetworkExample
  readonly kind?: 'link'
  readonly warnings?: readonly string[]
}[] = [
  { name: 'a bond without ipam', definition: { without: ['ipam'] } },
  { name: 'a bond with an empty ipam', definition: '"ipam": {}' },
  { name: 'a bond whose ipam has an empty type', definition: '"ipam": {"type": ""}' },
  { name: 'no name: it gets that of the object', definition: { without: ['name'] } },
  { name: 'an empty name', definition: '"name": ""' },
  { name: 'another name than that of the object', definition: '"name": "production"' },
  { name: 'a name with dots and underscores', definition: '"name": "Bond_net.1"' },
  { name: 'failOverMac 1.0', definition: '"failOverMac": 1.0' },
  { name: 'failOverMac 1e0', definition: '"failOverMac": 1e0' },
  { name: 'failOverMac 10e-1', definition: '"failOverMac": 10e-1' },
  {
    name: 'failOverMac 0 in balance-rr',
    definition: '"mode": "balance-rr", "failOverMac": 0',
    warnings: ['balance-rr-reorders'],
  },
  {
    name: 'failOverMac 1 in balance-rr',
    definition: '"mode": "balance-rr", "failOverMac": 1',
    warnings: ['fail-over-mac-ignored', 'balance-rr-reorders'],
  },
  {
    name: 'failOverMac 2 in balance-xor',
    definition: '"mode": "balance-xor", "failOverMac": 2',
    warnings: ['fail-over-mac-ignored', 'xmit-hash-policy-chosen'],
  },
  {
    name: 'no failOverMac in balance-xor',
    definition: { with: '"mode": "balance-xor"', without: ['failOverMac'] },
    warnings: ['xmit-hash-policy-chosen'],
  },
  {
    name: 'keys in another order',
    definition: `{${plainBond
      .split(/, (?=")/)
      .toReversed()
      .join(', ')}, "cniVersion": "0.3.1"}`,
  },
  { name: 'blanks, tabs and line breaks', definition: `\n{\t"cniVersion"\r\n:"0.3.1" ,\n\n${plainBond} }\n` },
  { name: 'no mtu', definition: { without: ['mtu'] } },
  { name: 'mtu 0, which means none', definition: '"mtu": 0' },
  { name: 'mtu below that of the links', definition: '"mtu": 1400' },
  { name: 'jumbo frames', definition: '"mtu": 9000' },
  { name: 'three links', definition: '"links": [{"name": "net1"}, {"name": "net2"}, {"name": "net3"}]' },
  { name: 'links with other names', definition: '"links": [{"name": "sriov-a"}, {"name": "sriov-b"}]' },
  { name: 'links called like their networks', definition: '"links": [{"name": "sriovnet1"}, {"name": "sriovnet2"}]' },
  { name: 'more keys in a link', definition: '"links": [{"name": "net1", "mac": 1, "Name": 2}, {"name": "net2"}]' },
  {
    name: 'keys that nobody reads',
    definition: '"ifname": "bond0", "lacpRate": 1, "updelay": "200", "trust": "on"',
    warnings: ['key-known', 'key-known', 'key-known', 'ifname-not-read'],
  },
  { name: 'miimon with a sign', definition: '"miimon": "+100"', warnings: ['miimon-usual'] },
  { name: 'miimon with leading zeros', definition: '"miimon": "0100"', warnings: ['miimon-usual'] },
  { name: 'the largest miimon', definition: '"miimon": "2147483647"', warnings: ['miimon-usual'] },
  {
    name: 'xmitHashPolicy in balance-xor',
    definition: '"mode": "balance-xor", "xmitHashPolicy": "layer3+4"',
    warnings: ['fail-over-mac-ignored'],
  },
  { name: 'allSlavesActive 1', definition: '"allSlavesActive": 1', warnings: ['all-slaves-active-zero'] },
  {
    name: 'options that are null',
    definition: '"mtu": null, "allSlavesActive": null, "tlbDynamicLb": null, "xmitHashPolicy": null',
  },
  {
    name: 'all own keys in lower case',
    definition: `{"cniVersion": "0.3.1", ${plainBond.replaceAll(/"\w+":/g, key => key.toLowerCase())}}`,
    warnings: ['key-spelled-exactly', 'key-spelled-exactly'],
  },
  {
    name: 'an earlier repeat of the wrong type',
    definition: `{"cniVersion": "0.3.1", "mode": 1, "mtu": "x", "mtu": 1500, ${plainBond}}`,
    warnings: ['key-given-once', 'key-given-once'],
  },
  ...['0.3.1', '0.4.0', '1.0.0', '1.1.0'].map(version => ({
    name: `cniVersion ${version}`,
    definition: `"cniVersion": "${version}"`,
  })),
  {
    name: 'the capability that lets a pod ask for addresses',
    definition: '"capabilities": {"ips": true}, "ipam": {"type": "static"}',
  },
  { name: 'whereabouts', definition: '"ipam": {"type": "whereabouts", "range": "10.56.217.0/24"}' },
  {
    name: 'host-local and a default route',
    definition: `"ipam": {${hostLocal}}`,
    warnings: ['host-local-per-node', 'default-route-kept'],
  },
  {
    name: 'IPv6 with the usual mtu',
    definition: '"mtu": 1500, "ipam": {"type": "host-local", "subnet": "fd00::/64"}',
    warnings: ['host-local-per-node'],
  },
  {
    name: 'IPv6 as a route only, with a small mtu',
    definition: '"mtu": 1200, "ipam": {"type": "host-local", "subnet": "10.0.0.0/24", "routes": [{"dst": "::/0"}]}',
    warnings: ['host-local-per-node', 'default-route-kept'],
  },
  {
    name: 'the bond of the OpenShift page',
    definition: documentedBond,
    warnings: ['host-local-per-node', 'default-route-kept'],
  },
  {
    name: 'a list of bond and tuning',
    definition: `{"cniVersion": "0.3.1", "name": "l", "plugins": [{${plainBond}}, ${tuning}]}`,
  },
  { name: 'a list without a name', definition: `{"cniVersion": "1.0.0", "plugins": [{${plainBond}}]}` },
  {
    name: 'type and plugins: the list is ignored',
    definition: `{"cniVersion": "0.3.1", ${plainBond}, "plugins": [${tuning}]}`,
    warnings: ['type-or-plugins'],
  },
  { name: 'a comment', definition: '"_comment": "for the trading pods", "//": "do not touch"' },
  { name: 'IPAM of a site', definition: '"ipam": {"type": "site-ipam", "pool": 7}' },
  {
    name: 'static addresses and a narrow route',
    definition:
      '"ipam": {"type": "static", "addresses": [{"address": "10.0.0.5/24"}], "routes": [{"dst": "10.1.0.0/16"}]}',
  },
  {
    name: 'mode balance-xor with all that it needs',
    definition: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer2+3"',
  },
  { name: 'no resourceName', definition: { annotations: {} } },
  {
    name: 'an SR-IOV network as the operator renders it',
    definition: '"trust": "on", "link_state": "auto"',
    kind: 'link',
  },
  {
    name: 'an SR-IOV network as a list',
    definition: {
      config: `{"cniVersion": "1.0.0", "name": "sriovnet1", "plugins": [{"type": "sriov", "vlan": 0, "vlanQoS": 0, "ipam": {}}, ${tuning}]}`,
      annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port0' },
    },
    kind: 'link',
  },
  { name: 'an SR-IOV network in a VLAN', definition: '"vlan": 100, "vlanQoS": 3, "spoofchk": "off"', kind: 'link' },
  {
    name: 'nulls in an SR-IOV network',
    definition: '"vlan": null, "vlanQoS": null, "trust": null, "link_state": null',
    kind: 'link',
  },
  {
    name: 'an InfiniBand network without a resource name',
    definition: '{"cniVersion": "0.3.1", "type": "ib-sriov", "link_state": "up"}',
    kind: 'link',
  },
  {
    name: 'macvlan',
    definition: '{"cniVersion": "0.3.1", "type": "macvlan", "master": "eth1", "mode": "bridge", "mtu": "x"}',
    kind: 'link',
  },
  {
    name: 'another type whose keys are called alike',
    definition: '{"cniVersion": "0.3.1", "type": "bridge", "mode": 1, "links": "none", "miimon": 5}',
    kind: 'link',
  },
  { name: 'no config: it is a file on the node', definition: { config: '' }, kind: 'link' },
  {
    name: 'bond is only a name',
    definition: '{"cniVersion": "0.3.1", "name": "bond", "type": "macvlan", "master": "bond"}',
    kind: 'link',
  },
]

t.test('networks', async t => {
  for (const { name, definition, kind = 'bond', warnings = [] } of networks) {
    const network = readNetwork(networkOfExample(definition, kind))
    t.equal(network.kind, kind, `${name}: is read as a ${kind}`)
    const findings = judge.networks([network], 'demo')
    t.strictSame(
      findings.map(({ rule }) => rule),
      warnings,
      name,
    )
    t.ok(
      findings.every(({ severity }) => severity === 'warning'),
      `${name}: is not refused`,
    )
  }
  const { metadata } = networkOfExample({}, 'link')
  t.strictSame(judge.networks([readNetwork({ metadata })], 'demo'), [], 'no spec at all')
})

const port0 = { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port0' } }

const trusted = (port: number, more = '') => ({
  with: `"trust": "on"${more}`,
  annotations: { [foreignAnnotations.resourceName]: `openshift.io/port${port}` },
})

const pods: readonly { readonly name: string; readonly pod: PodExample; readonly warnings?: readonly string[] }[] = [
  {
    name: 'the page as a whole',
    pod: {
      networks: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1@bond0',
      definitions: { 'bond-net1': documentedBond },
    },
  },
  {
    name: 'the label alone, and nothing says which links',
    pod: { definitions: { 'bond-net1': documentedBond } },
    warnings: ['links-by-discovery'],
  },
  {
    name: 'the bond left to its name by position',
    pod: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1',
    warnings: ['interface-renamed'],
  },
  { name: 'a list over several lines', pod: '\n  demo/sriovnet1,\n  demo/sriovnet2,\n  demo/bond-net1@bond0\n' },
  {
    name: 'JSON',
    pod: '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","namespace":"demo"},{"name":"bond-net1","interface":"bond0"}]',
  },
  {
    name: 'JSON with addresses',
    pod: '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01"},{"name":"sriovnet2","interface":"net2","mac":"02:00:00:00:00:02"},{"name":"bond-net1","interface":"bond0","ips":["10.56.217.9/24"]}]',
    warnings: ['ips-need-ipam'],
  },
  {
    name: 'one SR-IOV network for both links',
    pod: 'sriovnet1@net1,sriovnet1@net2',
    warnings: ['links-on-one-resource'],
  },
  {
    name: 'two networks on one resource',
    pod: { definitions: { sriovnet2: port0 } },
    warnings: ['links-on-one-resource'],
  },
  {
    name: 'three links',
    pod: {
      networks: 'sriovnet1@net1,sriovnet2@net2,sriovnet3@net3',
      definitions: {
        sriovnet3: { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port2' } },
        'bond-net1': '"links": [{"name": "net1"}, {"name": "net2"}, {"name": "net3"}]',
      },
    },
  },
  {
    name: 'a bond inside a plugin list',
    pod: {
      networks: 'sriovnet1@net1,sriovnet2@net2',
      definitions: { 'bond-net1': `{"cniVersion": "0.3.1", "name": "l", "plugins": [{${plainBond}}, ${tuning}]}` },
    },
  },
  {
    name: 'balance-xor over trusted links',
    pod: {
      networks: 'sriovnet1@net1,sriovnet2@net2',
      definitions: {
        'bond-net1': '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"',
        sriovnet1: trusted(0),
        sriovnet2: trusted(1),
      },
    },
  },
  {
    name: 'both links in one VLAN',
    pod: {
      networks: 'sriovnet1@net1,sriovnet2@net2',
      definitions: { sriovnet1: trusted(0, ', "vlan": 7'), sriovnet2: trusted(1, ', "vlan": 7') },
    },
  },
  {
    name: 'an address for a bond with static IPAM, without the capability',
    pod: {
      networks:
        '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0","ips":["10.56.217.9/24"]}]',
      definitions: { 'bond-net1': '"ipam": {"type": "static"}' },
    },
  },
  {
    name: 'a MAC for each link, without the capability',
    pod: '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01"},{"name":"sriovnet2","interface":"net2","mac":"02:00:00:00:00:02"}]',
  },
  {
    name: 'an address on a network that is no link',
    pod: {
      networks: 'oam@oam0',
      definitions: { oam: '{"cniVersion":"0.3.1","type":"macvlan","ipam":{"type":"dhcp"}}' },
    },
  },
  {
    name: 'a network besides, whose config is broken: it is not ours',
    pod: { networks: 'oam@oam0', definitions: { oam: '{"type": "macvlan",}' } },
  },
]

t.test('pods', async t => {
  for (const { name, pod: example, warnings = [] } of pods) {
    const { pod, networks: definitions } = podOfExample(example)
    const read = readPod(pod, 'demo')
    const verdict = read && createPlanner(defaultPolicy)(read, new NetworkTable(definitions.map(readNetwork)))
    t.equal(verdict?.kind, 'planned', `${name}: is completed`)
    t.strictSame(
      verdict?.warnings.map(({ rule }) => rule),
      warnings,
      name,
    )
  }
})
