import t from 'tap'
import { foreignAnnotations } from '../../../../src/bonding/keys.ts'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

/** Without a path SR-IOV CNI takes it. */
const cases: readonly {
  readonly name: string
  readonly keys: string
  readonly path?: string
  readonly fix?: string
}[] = [
  { name: 'a boolean from YAML', keys: '"spoofchk":true', path: 'spoofchk', fix: 'Write spoofchk as "on", in quotes' },
  { name: 'a vlan in quotes', keys: '"vlan":"100"', path: 'vlan', fix: 'Write vlan as a bare whole number' },
  {
    name: 'a protocol as a number',
    keys: '"vlan":1,"vlanProto":8100',
    path: 'vlanProto',
    fix: 'Write vlanProto as text, in quotes',
  },
  { name: 'a vlan in quotes with a priority', keys: '"vlan":"100","vlanQoS":3', path: 'vlan' },
  { name: 'an mtu in quotes', keys: '"mtu":"9000"', path: 'mtu', fix: 'Write mtu as a bare whole number' },
  { name: 'an mtu', keys: '"mtu":9000' },
  { name: 'a rate with a fraction', keys: '"max_tx_rate":1.5', path: 'max_tx_rate' },
  { name: "a field of Go's own struct that has no tag", keys: '"master":1', path: 'master' },
  { name: 'a field that is kept for later', keys: '"OrigVfState":{"vlan":"1"}', path: 'OrigVfState.vlan' },
  { name: 'a MAC of the runtime that is no text', keys: '"runtimeConfig":{"mac":1}', path: 'runtimeConfig.mac' },
  { name: 'a level of logging that is no text', keys: '"logLevel":1', path: 'logLevel' },
  { name: 'a device that Multus replaces', keys: '"deviceID":1' },
  { name: 'a device that Multus does not replace', keys: '"DeviceID":1', path: 'DeviceID' },
  { name: 'a key that nobody reads', keys: '"vlan_trunk":1,"rdma":[]' },
]

for (const { name, keys, path, fix } of cases) {
  t.test(name, async t => {
    const annotations = { [foreignAnnotations.resourceName]: 'openshift.io/port0' }
    const config = `{"cniVersion":"1.0.0","type":"sriov",${keys}}`
    const definition = { metadata: { namespace: 'demo', name: 'sriovnet1', annotations }, spec: { config } }
    const findings = judge.networks([readNetwork(definition)], 'demo')
    t.strictSame(
      findings.map(({ rule, place }) => [rule, formatPath(place.path)]),
      path === undefined ? [] : [['sriov-key-type', `spec.config.${path}`]],
    )
    if (fix !== undefined) t.equal(findings[0]?.fix, fix)
  })
}
