import { rule } from '../rule.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'mtu-integer',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'mtu is a whole number, without quotes',
  why: 'Bond CNI reads a Go int, which takes neither a text nor a fraction.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:46'],
  examples: {
    bad: ['"mtu": "1500"', '"mtu": 1500.5', '"mtu": []'],
    good: ['"mtu": 1500', '"mtu": 15e2', '"mtu": 0', '"mtu": null'],
  },
  check(bond, report) {
    const wrong = wrongType(bond, 'mtu', 'a whole number without quotes')
    if (wrong) report(wrong.place, wrong.found, 'Write a bare number: "mtu": 1500')
  },
})
