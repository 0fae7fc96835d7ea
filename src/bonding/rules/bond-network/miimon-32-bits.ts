import { rule } from '../rule.ts'
import { largestMiimon, readMiimon, sentMiimon } from './miimon.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'miimon-32-bits',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'miimon is a number of 32 bits',
  why: 'Bond CNI reads 64 bits and netlink sends the lower half of them without a word: "4294967296" arrives as 0 and switches link monitoring off.',
  sources: ['vishvananda/netlink link_linux.go:1279-1281', 'run: Linux 6.12, all seven modes'],
  examples: {
    bad: ['"miimon": "4294967296"', '"miimon": "4294967396"', '"miimon": "9223372032559808512"'],
    good: ['"miimon": "1000"'],
  },
  check(bond, report) {
    const value = readMiimon(bond.settings.miimon ?? '')
    const sent = value === undefined ? undefined : sentMiimon(value)
    if (sent === undefined || sent === value || sent > largestMiimon) return
    const effect = sent === 0n ? '0, which switches link monitoring off' : `${sent}`
    const found = `${quoted(bond.settings.miimon ?? '')} reaches the kernel as ${effect}`
    report(bond.at('miimon'), found, 'Use 50 to 1000 milliseconds, e.g. "miimon": "100"')
  },
})
