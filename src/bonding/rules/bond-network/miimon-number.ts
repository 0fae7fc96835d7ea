import { rule } from '../rule.ts'
import { readMiimon } from './miimon.ts'
import { brief, missing, quoted } from './written.ts'

export default rule({
  id: 'miimon-number',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'miimon is given, as a whole number of milliseconds',
  why: "Bond CNI has no default for it and reads the text with Go's strconv.Atoi: digits with an optional sign, no blank, no unit. It does so after the links have been looked up, so that DEL still works.",
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:146-149', 'run: bond-cni 258926a without miimon'],
  examples: {
    bad: [
      { without: ['miimon'] },
      '"miimon": null',
      '"miimon": ""',
      '"miimon": "100ms"',
      '"miimon": " 100"',
      '"miimon": "1e2"',
      '"miimon": "0x64"',
      '"miimon": "1_00"',
      '"miimon": "100.0"',
      '"miimon": "+"',
      '"miimon": "9223372036854775808"',
    ],
    good: ['"miimon": "100"', '"miimon": "1000"'],
  },
  check(bond, report) {
    const { miimon } = bond.settings
    if (miimon === undefined || readMiimon(miimon) !== undefined) return
    const said = `Bond CNI: failed to convert bondMiimon value (${brief(miimon)}) to an int`
    if (bond.given('miimon')) {
      const found = `${quoted(miimon)} is no whole number of milliseconds (${said})`
      report(bond.at('miimon'), found, 'Write digits only, in quotes: "miimon": "100"')
    } else {
      const found = `${missing(bond.at('miimon'))}, and Bond CNI has no default for it (${said})`
      report(bond.at('miimon'), found, 'Set "miimon": "100"', { reason: 'FieldValueRequired' })
    }
  },
})
