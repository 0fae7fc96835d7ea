import { rule } from '../rule.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'links-in-container-boolean',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'linksInContainer is true or false, without quotes',
  why: 'Bond CNI reads a Go bool, which takes neither the text "true" nor 1.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:42'],
  examples: {
    bad: ['"linksInContainer": "true"', '"linksInContainer": 1', '"linksInContainer": {}'],
    good: ['"linksInContainer": true'],
  },
  check(bond, report) {
    const wrong = wrongType(bond, 'linksInContainer', 'true or false without quotes')
    if (wrong) report(wrong.place, wrong.found, 'Set "linksInContainer": true')
  },
})
