import { rule } from '../rule.ts'
import { fedLinks, onePerNetwork } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const link = (ipam: string) => ({
  with: `"ipam": ${ipam}`,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port0' },
})

export default rule({
  id: 'links-without-ipam',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'the links of a bond have no addresses of their own',
  why: 'The address stays on the link when it is taken into the bond, and its route wins over the one of the bond: the bond is up, and nothing gets through.',
  sources: ['run: Linux 6.12, an address of the same subnet on net1: 0 of 5 pings'],
  examples: {
    bad: [
      { networks, definitions: { sriovnet1: link('{"type": "whereabouts", "range": "10.56.217.0/24"}') } },
      { networks, definitions: { sriovnet1: link('{"type": "dhcp"}') } },
    ],
    good: [{ networks, definitions: { sriovnet1: link('{}') } }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      for (const { network } of onePerNetwork(fedLinks(pod, bond))) {
        if (network.ipamType === '') continue
        const found = `takes the route of ${bond.attachment.text}`
        report(network.field('ipam'), found, 'Move ipam to the bond', {
          on: network,
          reveals: [bond.network, network],
        })
      }
    }
  },
})
