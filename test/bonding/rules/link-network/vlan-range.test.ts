import t from 'tap'
import { foreignAnnotations } from '../../../../src/bonding/keys.ts'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

/** Without a key SR-IOV CNI takes it. */
const cases: readonly { readonly name: string; readonly keys: string; readonly key?: string }[] = [
  { name: 'nothing', keys: '"trust":"on"' },
  { name: 'the least and the most', keys: '"vlan":4094,"vlanQoS":7' },
  { name: 'one beyond', keys: '"vlan":4095', key: 'vlan' },
  { name: 'a priority beyond', keys: '"vlan":1,"vlanQoS":8', key: 'vlanQoS' },
  { name: 'a priority of 0 in no vlan', keys: '"vlan":0,"vlanQoS":0' },
  { name: 'a priority in no vlan', keys: '"vlan":0,"vlanQoS":1', key: 'vlanQoS' },
  { name: 'a priority of 0, and no key for the vlan', keys: '"vlanQoS":0', key: 'vlanQoS' },
  { name: 'a protocol, and no key for the vlan', keys: '"vlanProto":"802.1q"', key: 'vlanProto' },
  { name: 'null for the vlan', keys: '"vlan":null,"vlanQoS":3', key: 'vlanQoS' },
  { name: 'all of them null', keys: '"vlan":null,"vlanQoS":null,"vlanProto":null' },
  { name: 'the usual protocol in no vlan', keys: '"vlan":0,"vlanProto":"802.1Q"' },
  { name: 'the other protocol in no vlan', keys: '"vlan":0,"vlanProto":"802.1ad"', key: 'vlanProto' },
  { name: 'no protocol', keys: '"vlan":1,"vlanProto":""', key: 'vlanProto' },
  { name: 'what Multus replaces does not hide it', keys: '"vlan":4095,"deviceID":1', key: 'vlan' },
]

for (const { name, keys, key } of cases) {
  t.test(name, async t => {
    const annotations = { [foreignAnnotations.resourceName]: 'openshift.io/port0' }
    const config = `{"cniVersion":"1.0.0","type":"sriov",${keys}}`
    const definition = { metadata: { namespace: 'demo', name: 'sriovnet1', annotations }, spec: { config } }
    t.strictSame(
      judge.networks([readNetwork(definition)], 'demo').map(({ rule, place }) => [rule, formatPath(place.path)]),
      key === undefined ? [] : [['vlan-range', `spec.config.${key}`]],
    )
  })
}
