import type { SriovSettings } from '../../link-network/sriov.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'vlan-range',
  object: 'link-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'vlan, vlanQoS and vlanProto are in range and go together',
  why: 'SR-IOV CNI takes vlan 0 to 4094 and vlanQoS 0 to 7. Without a vlan other than 0 there is nothing that a priority or 802.1ad could stand in. Without the key vlan the other two must not be there at all (since version 2.8; older ones ignore them).',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/config/config.go LoadConf'],
  examples: {
    bad: [
      '"vlan": 4095',
      '"vlan": -1',
      '"vlanQoS": 3',
      '"vlan": 100, "vlanQoS": 8',
      '"vlanProto": "802.1ad"',
      '"vlan": 100, "vlanProto": "qinq"',
      '"vlan": null, "vlanQoS": 0',
      '"vlan": null, "vlanProto": "802.1q"',
    ],
    good: ['"vlan": 100, "vlanQoS": 3', '"vlan": 4094, "vlanProto": "802.1AD"', '"vlanProto": "802.1q"'],
  },
  check(network, report) {
    const settings = network.sriov
    // What could not be read is not judged further.
    if (network.sriovMismatches.some(({ path: [key] }) => key === 'vlan' || key === 'vlanQoS' || key === 'vlanProto'))
      return
    const problem = settings && problemOf(settings)
    if (!problem) return
    const { key, found, fix } = problem
    report(network.field(key), found, fix)
  },
})

interface Problem {
  readonly key: 'vlan' | 'vlanQoS' | 'vlanProto'
  readonly found: string
  readonly fix: string
}

/** In the order in which SR-IOV CNI looks. */
function problemOf({ vlan, vlanQoS, vlanProto }: SriovSettings): Problem | undefined {
  if (vlan === null) return vlanQoS === null && vlanProto === null ? undefined : withoutVlan(vlanQoS === null)
  if (vlan < 0 || vlan > 4094)
    return { key: 'vlan', found: `${vlan}, where 0 to 4094 is possible`, fix: 'Use 1 to 4094, or 0 for none' }
  const qos = vlanQoS ?? 0
  if (qos < 0 || qos > 7) return { key: 'vlanQoS', found: `${qos}, where 0 to 7 is possible`, fix: 'Use 0 to 7' }
  if (qos !== 0 && vlan === 0)
    return { key: 'vlanQoS', found: `${qos} without a vlan`, fix: 'Set vlan, or vlanQoS to 0' }
  const proto = (vlanProto ?? '802.1q').toLowerCase()
  if (proto !== '802.1q' && proto !== '802.1ad') {
    return {
      key: 'vlanProto',
      found: `${JSON.stringify(proto.slice(0, 20))} is no VLAN protocol`,
      fix: 'Use "802.1q" or "802.1ad"',
    }
  }
  if (proto === '802.1ad' && vlan === 0) return { key: 'vlanProto', found: '802.1ad without a vlan', fix: 'Set vlan' }
  return undefined
}

function withoutVlan(isProto: boolean): Problem {
  const key = isProto ? 'vlanProto' : 'vlanQoS'
  return {
    key,
    found: `given, but vlan is not (SR-IOV CNI: vlan id must be configured)`,
    fix: `Set vlan, or take ${key} out`,
  }
}
