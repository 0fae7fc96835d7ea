import { rule } from '../rule.ts'
import { askedAt } from './places.ts'
import { fedLinks } from './fed-links.ts'

const hostDevice = { macvlan: '{"cniVersion":"0.3.1","type":"macvlan","master":"eth1"}' }
const allowed = { rules: { 'links-are-sriov': 'off' } } as const

export default rule({
  id: 'links-on-one-network',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond are of different networks',
  why: 'Two attachments of one network share whatever is below it: one host interface, one port, one switch. The bond works, and goes down with that. Networks with a device resource are judged by their resource.',
  sources: ['run: both links on one port, cable pulled: "now running without any active interface" (Linux 6.12)'],
  examples: {
    bad: [{ networks: 'macvlan@net1,macvlan@net2', definitions: hostDevice, settings: allowed }],
    good: [
      {
        networks: 'macvlan@net1,macvlan2@net2',
        definitions: { ...hostDevice, macvlan2: '{"cniVersion":"0.3.1","type":"macvlan","master":"eth2"}' },
        settings: allowed,
      },
    ],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const links = fedLinks(pod, bond).filter(({ network }) => network.resourceName === undefined)
      for (const [index, { link, feeder, network }] of links.entries()) {
        const other = links.slice(0, index).find(earlier => earlier.network === network)
        if (!other) continue
        const found = `${other.link} and ${link} are both ${feeder.text}`
        const { place, options } = askedAt(pod, feeder)
        report(place, found, 'Use one network a port', { ...options, reveals: [bond.network] })
      }
    }
  },
})
