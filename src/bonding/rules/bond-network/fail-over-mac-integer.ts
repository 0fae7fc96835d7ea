import { rule } from '../rule.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'fail-over-mac-integer',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'failOverMac is the number 0, 1 or 2',
  why: 'Bond CNI reads a Go int: a text, a boolean or a fraction is refused, and so is another number, whatever the mode is.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:43,78-80'],
  examples: {
    bad: ['"failOverMac": "1"', '"failOverMac": true', '"failOverMac": 3', '"failOverMac": -1', '"failOverMac": 1.5'],
    good: [
      '"failOverMac": 1',
      '"failOverMac": 1.0',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"',
    ],
  },
  check(bond, report) {
    const fix = 'Write a bare number: "failOverMac": 1'
    const wrong = wrongType(bond, 'failOverMac', 'a whole number without quotes')
    if (wrong) report(wrong.place, wrong.found, fix)
    const { failOverMac } = bond.settings
    if (failOverMac === undefined || (failOverMac >= 0 && failOverMac <= 2)) return
    const found = `${failOverMac}, but Bond CNI takes 0, 1 or 2 (FailOverMac mode should be 0, 1 or 2 actual: ${failOverMac})`
    report(bond.at('failOverMac'), found, fix, { reason: 'FieldValueNotSupported' })
  },
})
