import { rule } from '../rule.ts'
import { type BondMode, knownMode } from './modes.ts'

export default rule({
  id: 'mode-supported',
  object: 'bond-network',
  severity: 'error',
  certainty: 'documented',
  summary: 'mode is one that OpenShift supports for virtual functions',
  why: 'The documentation lists balance-rr, active-backup and balance-xor. The others can work, but need trusted virtual functions, and LACP has one partner per physical port, so that only one pod can have it. A site that knows better may lower this rule.',
  sources: [
    'openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc',
    'k8snetworkplumbingwg/bond-cni issue 149',
  ],
  examples: {
    bad: [
      '"mode": "802.3ad", "failOverMac": 0',
      '"mode": "balance-tlb", "failOverMac": 0',
      '"mode": "balance-alb", "failOverMac": 0',
      '"mode": "broadcast", "failOverMac": 0',
    ],
    good: ['"mode": "active-backup"', '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"'],
  },
  check(bond, report, { supportedModes }) {
    const mode = knownMode(bond.settings.mode)
    if (mode === undefined || supportedModes.includes(mode)) return
    report(
      bond.at('mode'),
      `${mode} is not supported for virtual functions, only ${supportedModes.join(', ')}`,
      fixOf(mode, supportedModes),
      { reason: 'FieldValueNotSupported', orLower: true },
    )
  },
})

/** The supported mode that does most of the same. */
function fixOf(mode: BondMode, supported: readonly BondMode[]): string {
  const balances = mode !== 'broadcast' && mode !== 'active-backup'
  if (!balances || !supported.includes('balance-xor')) return `Use ${supported.join(' or ')}`
  return mode === '802.3ad' ? 'Use balance-xor, with a static LAG on the switch instead of LACP' : 'Use balance-xor'
}
