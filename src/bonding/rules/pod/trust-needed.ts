import { rule } from '../rule.ts'
import { onePerNetwork, sriovLinks } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const link = (trust: string, port: number) => ({
  with: `"trust": "${trust}"`,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${port}` },
})

export default rule({
  id: 'trust-needed',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  off: true,
  summary: 'a link is trusted only where its bond needs that',
  why: 'A trusted virtual function may take any MAC address and listen to everything. Mode active-backup with failOverMac 1 does without. The rule is off unless a site asks for it, since other work in the pod may need trust: --rule trust-needed=warning.',
  sources: [],
  examples: {
    bad: [{ networks, definitions: { sriovnet1: link('on', 0), sriovnet2: link('on', 1) } }],
    good: [{ networks, definitions: { sriovnet1: link('off', 0), sriovnet2: link('off', 1) } }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const { mode, failOverMac } = bond.network.settings ?? {}
      if (mode !== 'active-backup' || failOverMac !== 1) continue
      for (const { network, settings } of onePerNetwork(sriovLinks(pod, bond))) {
        if (settings.trust !== 'on') continue
        const options = { on: network, reveals: [bond.network, network] }
        report(network.field('trust'), `on, and ${bond.attachment.text} does not need it`, 'Take it out', options)
      }
    }
  },
})
