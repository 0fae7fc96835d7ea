import { rule } from '../rule.ts'
import { onePerNetwork, sriovLinks } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const link = (trust: string, port: number) => ({
  with: `"trust": "${trust}"`,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${port}` },
})

export default rule({
  id: 'trust-equal',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond are all trusted, or none is',
  why: 'What a trusted link may do, another MAC address or promiscuous mode, the other refuses after the failover.',
  sources: [],
  examples: {
    bad: [{ networks, definitions: { sriovnet1: link('on', 0), sriovnet2: link('off', 1) } }],
    good: [{ networks, definitions: { sriovnet1: link('on', 0), sriovnet2: link('on', 1) } }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      // Elsewhere another rule asks for trust on all of them.
      if (bond.network.settings?.mode !== 'active-backup') continue
      const links = onePerNetwork(sriovLinks(pod, bond))
      const trusted = links.find(({ settings }) => settings.trust === 'on')
      const other = links.find(({ settings }) => settings.trust !== 'on')
      if (!trusted || !other) continue
      const reveals = [bond.network, trusted.network, other.network]
      const found = `not on, but ${trusted.feeder.text} has it on`
      report(other.network.field('trust'), found, 'Give all the same trust', { on: other.network, reveals })
    }
  },
})
