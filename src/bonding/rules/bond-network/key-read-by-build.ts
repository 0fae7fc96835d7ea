import { rule } from '../rule.ts'
import { newerKeys, readsNewerKeys } from './newer-keys.ts'
import { ownKeyOf, placeOfMember, writtenMembers } from './own-keys.ts'

const old = { bondCni: 'before-2025-05' } as const

export default rule({
  id: 'key-read-by-build',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'Bond CNI as the site has it reads every key of the config',
  why: 'xmitHashPolicy, tlbDynamicLb and allSlavesActive came in May 2025; builds before that drop them without a word, whatever their value. Which build runs cannot be seen from here: say --bond-cni=before-2025-05 where it is an old one.',
  sources: ['k8snetworkplumbingwg/bond-cni pull requests 151 and 152, commit 4e76613'],
  examples: {
    bad: [
      { with: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"', settings: old },
      { with: '"xmitHashPolicy": "layer4"', settings: old },
      { with: '"allSlavesActive": 7', settings: old },
      { with: '"tlbDynamicLb": 1', settings: old },
    ],
    good: [
      { with: '"mode": "balance-xor", "failOverMac": 0', settings: old },
      {
        with: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"',
        settings: { bondCni: 'current' },
      },
    ],
  },
  check(bond, report, site) {
    if (readsNewerKeys(site)) return
    for (const member of writtenMembers(bond)) {
      const key = ownKeyOf(member.key.value)
      if (key === undefined || !newerKeys.includes(key)) continue
      report(placeOfMember(bond, member), 'not read before May 2025', 'Take it out')
    }
  },
})
