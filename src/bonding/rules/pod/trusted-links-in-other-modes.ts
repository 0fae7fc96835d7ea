import type { BondSettings } from '../../bond-network.ts'
import { rule } from '../rule.ts'
import { onePerNetwork, sriovLinks } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const lacp = { with: '"mode": "802.3ad", "failOverMac": 0' }
const allowed = { rules: { 'mode-supported': 'off' } } as const
const trusted = (port: number) => ({
  with: '"trust": "on"',
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${port}` },
})

export default rule({
  id: 'trusted-links-in-other-modes',
  object: 'pod',
  severity: 'warning',
  certainty: 'kernel',
  summary: 'only mode active-backup with failOverMac 1 does without trusted links',
  why: 'All other combinations write a MAC address to a virtual function, at once or at the first failover. Where it was given one, which the SR-IOV operator does, an untrusted one refuses.',
  sources: ['run: Linux 6.12 and igb, pinned MAC addresses, untrusted, all seven modes'],
  examples: {
    bad: [{ networks, definitions: { 'bond-net1': lacp }, settings: allowed }],
    good: [
      { networks, definitions: { 'bond-net1': lacp, sriovnet1: trusted(0), sriovnet2: trusted(1) }, settings: allowed },
      { networks },
    ],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      if (!bond.network.settings || !writesMac(bond.network.settings)) continue
      const untrusted = onePerNetwork(sriovLinks(pod, bond)).filter(({ settings }) => settings.trust !== 'on')
      for (const { network } of untrusted) {
        const found = `${bond.attachment.text} changes MACs`
        report(network.field('trust'), found, 'Set "trust": "on"', { on: network, reveals: [bond.network, network] })
      }
    }
  },
})

/** In the modes for which no other rule asks for trust, or for failOverMac 1 instead of it. */
function writesMac({ mode }: BondSettings): boolean {
  return mode === 'broadcast' || mode === '802.3ad' || mode === 'balance-tlb' || mode === 'balance-alb'
}
