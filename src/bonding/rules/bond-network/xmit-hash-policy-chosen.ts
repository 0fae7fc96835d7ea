import { rule } from '../rule.ts'
import { readsNewerKeys } from './newer-keys.ts'

export default rule({
  id: 'xmit-hash-policy-chosen',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'mode balance-xor has a hash policy',
  why: 'The default, layer2, hashes MAC addresses alone: all that goes through one gateway uses one link. The telco reference configuration recommends layer3+4.',
  sources: ['openshift-kni/telco-reference pull request 848'],
  examples: {
    bad: [
      { with: '"mode": "balance-xor"', without: ['failOverMac'] },
      { with: '"mode": "balance-xor", "xmitHashPolicy": null', without: ['failOverMac'] },
    ],
    good: [{ with: '"mode": "balance-xor", "xmitHashPolicy": "layer2"', without: ['failOverMac'] }],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const { mode, xmitHashPolicy } = bond.settings
    if (mode !== 'balance-xor' || xmitHashPolicy !== null) return
    const found = 'unset, so layer2'
    report(bond.at('xmitHashPolicy'), found, 'Use "layer3+4"', { reason: 'FieldValueRequired' })
  },
})
