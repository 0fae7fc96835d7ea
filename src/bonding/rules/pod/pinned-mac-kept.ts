import { rule } from '../rule.ts'
import { sriovLinks } from './fed-links.ts'

const networks =
  '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01"},{"name":"sriovnet2","interface":"net2","mac":"02:00:00:00:00:02"}]'

export default rule({
  id: 'pinned-mac-kept',
  object: 'pod',
  severity: 'error',
  certainty: 'kernel',
  summary: 'a requested MAC address stays on its link, or the link is trusted',
  why: 'A MAC address that the pod asks for is pinned by the physical function, and an untrusted virtual function cannot take another. Of all modes only active-backup with failOverMac 1 leaves each link its own.',
  sources: ['run: Linux 6.12 and igb: "VF 0 attempted to override administratively set MAC address"'],
  examples: {
    bad: [
      {
        networks,
        definitions: { 'bond-net1': { with: '"failOverMac": 0' } },
        settings: { rules: { 'fail-over-mac-required': 'off' } },
      },
      {
        networks,
        definitions: { 'bond-net1': { with: '"failOverMac": 2' } },
        settings: { rules: { 'fail-over-mac-follow': 'off' } },
      },
    ],
    good: [{ networks }],
  },
  check(pod, report) {
    for (const { network: bond, attachment, ...rest } of pod.bonds) {
      const { mode, failOverMac } = bond.settings ?? {}
      // The modes that change MAC addresses at once ask for trust whether the pod asks for an address or not.
      if (mode !== 'active-backup' || failOverMac === 1 || failOverMac === undefined) continue
      const links = sriovLinks(pod, { network: bond, attachment, ...rest })
      const pinned = links.filter(({ feeder, settings }) => (feeder.mac ?? '') !== '' && settings.trust !== 'on')
      if (new Set(links.map(({ feeder }) => feeder.mac)).size === 1) continue
      for (const { link, feeder, network } of pinned) {
        const found = `pins ${link} to ${feeder.mac}, but ${attachment.text} changes it (failOverMac ${failOverMac})`
        const fix = 'Set "failOverMac": 1 in the bond, or "trust": "on" in the link network'
        report(feeder.place, found, fix, { reveals: [bond, network] })
      }
    }
  },
})
