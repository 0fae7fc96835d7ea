import { rule } from '../rule.ts'
import { onePerNetwork, type SriovLink, sriovLinks } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const link = (vlan: string, port: number) => ({
  with: vlan,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${port}` },
})

export default rule({
  id: 'vlans-equal',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'the links of a bond are in one VLAN',
  why: 'After a failover the bond would be in another network: everything is up and healthy, and no answer comes. It passes every test until the first failover.',
  sources: ['run: Linux 6.12 and igb, vlan 100 and 200: fails over, then 0 replies'],
  examples: {
    bad: [
      { networks, definitions: { sriovnet1: link('"vlan": 100', 0), sriovnet2: link('"vlan": 200', 1) } },
      { networks, definitions: { sriovnet1: link('"vlan": 100', 0) } },
      { networks, definitions: { sriovnet1: link('"vlan": 5, "vlanQoS": 3', 0), sriovnet2: link('"vlan": 5', 1) } },
    ],
    good: [{ networks, definitions: { sriovnet1: link('"vlan": 100', 0), sriovnet2: link('"vlan": 100', 1) } }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const [first, ...others] = onePerNetwork(sriovLinks(pod, bond))
      for (const other of first ? others : []) {
        const key = differing(first, other)
        if (!first || !key) continue
        const found = `${tag(other, key)}, but ${first.feeder.text} has ${tag(first, key)}`
        const reveals = [bond.network, first.network, other.network]
        report(other.network.field(key), found, 'Use one on all links', { on: other.network, reveals })
      }
    }
  },
})

const keys = ['vlan', 'vlanQoS', 'vlanProto'] as const
type Key = (typeof keys)[number]

function differing(first: SriovLink | undefined, other: SriovLink): Key | undefined {
  return keys.find(key => first && tag(first, key) !== tag(other, key))
}

function tag({ settings }: SriovLink, key: Key): string {
  return key === 'vlanProto' ? (settings.vlanProto ?? '802.1q').toLowerCase() : String(settings[key] ?? 0)
}
