import { rule } from '../rule.ts'
import { largestMiimon, readMiimon } from './miimon.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'miimon-usual',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'miimon is some ten to a thousand milliseconds, in plain digits',
  why: 'It is how long a dead link goes unnoticed: less than 10 is work for the node, more than 1000 an outage. Every published config has "100". Go reads "+100" and "0100" too, and other readers may not.',
  sources: ['run: Linux 6.12, miimon 10, 100 and 1000, cable pulled'],
  examples: {
    bad: ['"miimon": "5"', '"miimon": "5000"', '"miimon": "+100"', '"miimon": "0100"'],
    good: ['"miimon": "10"', '"miimon": "100"', '"miimon": "1000"'],
  },
  check(bond, report) {
    const { miimon = '' } = bond.settings
    const value = readMiimon(miimon)
    if (value === undefined || value <= 0n || value > largestMiimon) return
    const found = unusual(miimon, value)
    if (found) report(bond.at('miimon'), found, 'Set "miimon": "100"')
  },
})

function unusual(text: string, value: bigint): string | undefined {
  if (value > 1000n) return `${quoted(text)} is slow to notice`
  if (value < 10n) return `${quoted(text)} keeps the node busy`
  return text === String(value) ? undefined : `${quoted(text)} is read as ${value}`
}
