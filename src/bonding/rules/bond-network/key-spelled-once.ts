import { rule } from '../rule.ts'
import { ownKeyOf, ownKeys, placeOfMember, writtenMembers } from './own-keys.ts'

export default rule({
  id: 'key-spelled-once',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'a key of the config has one spelling',
  why: 'Go takes a key in any case, and of two spellings the one that is greater in byte order wins, wherever it stands: "failovermac" beats "failOverMac", unless it is null. Whoever reads the config sees the other.',
  sources: ['run: bond-cni 258926a behind libcni 1.3.0', 'Go encoding/json, Marshal: map keys are sorted'],
  examples: {
    bad: ['"failOverMac": 0, "failovermac": 1', '"MTU": 1400, "mtu": 1500'],
    good: ['"failOverMac": 1'],
  },
  check(bond, report) {
    const members = writtenMembers(bond)
    for (const key of ownKeys) {
      const spellings = [...new Set(members.map(each => each.key.value).filter(each => ownKeyOf(each) === key))]
      const loser = members.find(each => each.key.value !== key && spellings.includes(each.key.value))
      if (spellings.length < 2 || !loser) continue
      const winner = bond.at(key).path.at(-1) ?? key
      const found = `${spellings.join(' and ')} are one key, and Bond CNI takes ${winner}`
      report(placeOfMember(bond, loser), found, `Keep one: "${key}"`, { reason: 'FieldValueDuplicate' })
    }
  },
})
