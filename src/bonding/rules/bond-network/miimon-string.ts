import { rule } from '../rule.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'miimon-string',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'miimon is a number in quotes',
  why: 'Of all numbers in the config this one is a text for Bond CNI, though its own README calls it an int.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:44'],
  examples: {
    bad: ['"miimon": 100', '"miimon": true', '"miimon": ["100"]'],
    good: ['"miimon": "100"'],
  },
  check(bond, report) {
    const wrong = wrongType(bond, 'miimon', 'it as text')
    if (!wrong) return
    const milliseconds = wrong.node.kind === 'number' && /^[1-9][0-9]{0,4}$/.test(wrong.node.literal)
    const value = milliseconds ? wrong.node.literal : '100'
    report(wrong.place, wrong.found, `Put the number in quotes: "miimon": "${value}"`)
  },
})
