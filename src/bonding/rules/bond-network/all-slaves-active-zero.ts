import { rule } from '../rule.ts'
import { readsNewerKeys } from './newer-keys.ts'

export default rule({
  id: 'all-slaves-active-zero',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'allSlavesActive is left at 0',
  why: 'With 1 the bond also takes in what arrives at its inactive links: broadcast and multicast frames come once for each link.',
  sources: ['Linux Documentation/networking/bonding.rst, all_slaves_active'],
  examples: { bad: ['"allSlavesActive": 1'], good: ['"allSlavesActive": 0', { without: ['allSlavesActive'] }] },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    if (bond.settings.allSlavesActive !== 1) return
    report(bond.at('allSlavesActive'), 'duplicates broadcasts', 'Take it out')
  },
})
