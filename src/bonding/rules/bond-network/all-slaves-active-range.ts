import { rule } from '../rule.ts'
import { readsNewerKeys } from './newer-keys.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'all-slaves-active-range',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'allSlavesActive is the number 0 or 1',
  why: 'Bond CNI reads a Go int and takes no other.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:82-84'],
  examples: {
    bad: ['"allSlavesActive": 2', '"allSlavesActive": -1', '"allSlavesActive": "1"', '"allSlavesActive": true'],
    good: ['"allSlavesActive": 0', '"allSlavesActive": null'],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const fix = 'Write 0 or 1 without quotes, or leave allSlavesActive out'
    const wrong = wrongType(bond, 'allSlavesActive', '0 or 1 without quotes')
    if (wrong) report(wrong.place, wrong.found, fix)
    const { allSlavesActive: value } = bond.settings
    if (value === undefined || value === null || value === 0 || value === 1) return
    const found = `${value}, but Bond CNI takes 0 or 1 (allSlavesActive should be 0 or 1, actual: ${value})`
    report(bond.at('allSlavesActive'), found, fix, { reason: 'FieldValueNotSupported' })
  },
})
