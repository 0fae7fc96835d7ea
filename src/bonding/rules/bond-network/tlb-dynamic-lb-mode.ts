import { rule } from '../rule.ts'
import { knownMode, takesTlbDynamicLb } from './modes.ts'
import { readsNewerKeys } from './newer-keys.ts'

export default rule({
  id: 'tlb-dynamic-lb-mode',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'tlbDynamicLb is given with mode balance-tlb or balance-alb only',
  why: 'Bond CNI refuses the key in any other mode, whatever its value: that it is there counts.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:86-89'],
  examples: {
    bad: [
      '"tlbDynamicLb": 1',
      '"tlbDynamicLb": 0',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4", "tlbDynamicLb": 2',
    ],
    good: ['"tlbDynamicLb": null', { without: ['tlbDynamicLb'] }],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const { tlbDynamicLb } = bond.settings
    const mode = knownMode(bond.settings.mode)
    if (tlbDynamicLb === undefined || tlbDynamicLb === null || mode === undefined || takesTlbDynamicLb(mode)) return
    report(
      bond.at('tlbDynamicLb'),
      `not possible in mode ${mode} (Bond CNI: tlbDynamicLb is only supported in balance-tlb or balance-alb mode, actual: ${mode})`,
      'Take tlbDynamicLb out',
      { reason: 'FieldValueForbidden' },
    )
  },
})
