import type { BondSettings } from '../../bond-network.ts'
import { rule } from '../rule.ts'
import { readMiimon } from './miimon.ts'
import { knownMode, modesWithMonitor } from './modes.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'miimon-positive',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'miimon is more than 0, so that a dead link is noticed',
  why: 'With 0 the kernel does not look at the links: the bond calls every link up and never fails over. A negative number is not sent at all, and then 0 is the default, but for 802.3ad, balance-tlb and balance-alb, which get 100.',
  sources: ['vishvananda/netlink link_linux.go:1279-1281', 'run: Linux 6.12, all seven modes, cable pulled'],
  examples: {
    bad: [
      '"miimon": "0"',
      '"miimon": "-1"',
      '"miimon": "-0"',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4", "miimon": "-100"',
    ],
    good: ['"miimon": "10"', '"miimon": "100"'],
  },
  check(bond, report) {
    const reason = unmonitored(bond.settings)
    if (reason) report(bond.at('miimon'), reason, 'Set "miimon": "100"')
  },
})

function unmonitored({ mode, miimon = '' }: BondSettings): string | undefined {
  const value = readMiimon(miimon)
  if (value === undefined || value > 0n) return undefined
  if (value === 0n) return `${quoted(miimon)} switches link monitoring off: the bond never fails over`
  const known = knownMode(mode)
  if (known === undefined || modesWithMonitor.includes(known)) return undefined
  return `${quoted(miimon)} is not sent, and without it mode ${known} has no link monitoring: the bond never fails over`
}
