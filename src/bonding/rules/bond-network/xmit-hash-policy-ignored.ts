import type { BondSettings } from '../../bond-network.ts'
import { rule } from '../rule.ts'
import { knownMode } from './modes.ts'
import { readsNewerKeys } from './newer-keys.ts'

export default rule({
  id: 'xmit-hash-policy-ignored',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'xmitHashPolicy is given in a mode that hashes',
  why: 'Only balance-xor and 802.3ad spread by a hash, and balance-tlb where tlbDynamicLb is 0. In all other modes the policy is stored and not used.',
  sources: ['Linux include/net/bonding.h bond_mode_uses_xmit_hash'],
  examples: {
    bad: ['"xmitHashPolicy": "layer3+4"', '"xmitHashPolicy": "layer2"'],
    good: ['"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"', '"xmitHashPolicy": null'],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const { xmitHashPolicy: policy } = bond.settings
    const mode = knownMode(bond.settings.mode)
    if (mode === undefined || policy === undefined || policy === null || usesHash(bond.settings)) return
    report(bond.at('xmitHashPolicy'), `unused in ${mode}`, 'Take it out')
  },
})

function usesHash({ mode, tlbDynamicLb }: BondSettings): boolean {
  if (mode === 'balance-xor' || mode === '802.3ad') return true
  return (mode === 'balance-tlb' || mode === 'balance-alb') && tlbDynamicLb === 0
}
