import { rule } from '../rule.ts'
import { knownMode, takesTlbDynamicLb } from './modes.ts'
import { readsNewerKeys } from './newer-keys.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'tlb-dynamic-lb-range',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'tlbDynamicLb is the number 0 or 1',
  why: 'Bond CNI reads a Go int and takes no other.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:91-93'],
  examples: {
    bad: ['"tlbDynamicLb": "1"', '"tlbDynamicLb": true', '"tlbDynamicLb": 0.5'],
    good: [{ without: ['tlbDynamicLb'] }],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const fix = 'Write 0 or 1 without quotes, or leave tlbDynamicLb out'
    const wrong = wrongType(bond, 'tlbDynamicLb', '0 or 1 without quotes')
    if (wrong) report(wrong.place, wrong.found, fix)
    const { tlbDynamicLb: value } = bond.settings
    const mode = knownMode(bond.settings.mode)
    // In another mode no value is right: tlb-dynamic-lb-mode.
    if (mode !== undefined && !takesTlbDynamicLb(mode)) return
    if (value === undefined || value === null || value === 0 || value === 1) return
    const found = `${value}, but Bond CNI takes 0 or 1 (tlbDynamicLb should be 0 or 1, actual: ${value})`
    report(bond.at('tlbDynamicLb'), found, fix, { reason: 'FieldValueNotSupported' })
  },
})
