import { rule } from '../rule.ts'
import { largestMiimon, readMiimon, sentMiimon } from './miimon.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'miimon-kernel-range',
  object: 'bond-network',
  severity: 'error',
  certainty: 'kernel',
  summary: 'miimon is not more than the kernel takes',
  why: 'The kernel takes 0 to 2147483647 milliseconds and answers "invalid argument" to more, so that the bond cannot be made. What it gets are the lowest 32 bits of the number.',
  sources: ['Linux drivers/net/bonding/bond_options.c bond_intmax_tbl', 'run: Linux 6.12, all seven modes'],
  examples: {
    bad: ['"miimon": "2147483648"', '"miimon": "4294967295"', '"miimon": "6442450944"'],
    good: ['"miimon": "1000"', '"miimon": "1000"'],
  },
  check(bond, report) {
    const value = readMiimon(bond.settings.miimon ?? '')
    const sent = value === undefined ? undefined : sentMiimon(value)
    if (sent === undefined || sent <= largestMiimon) return
    const cut = sent === value ? '' : ` (of which ${sent} reaches it)`
    report(
      bond.at('miimon'),
      `${quoted(bond.settings.miimon ?? '')}${cut} is more than the kernel takes, ${largestMiimon} (it answers: invalid argument)`,
      'Use 50 to 1000 milliseconds, e.g. "miimon": "100"',
    )
  },
})
