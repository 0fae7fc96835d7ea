import { goFold } from '../../go-fold.ts'
import { rule } from '../rule.ts'
import { ownKeyOf, placeOfMember, writtenMembers } from './own-keys.ts'

export default rule({
  id: 'key-spelled-exactly',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'the keys of the config are spelled as Bond CNI spells them',
  why: 'Go takes a key in any case, so that this works. Other readers of JSON do not, and a second spelling that somebody adds later overrides this one or is overridden.',
  sources: ['Go encoding/json, Unmarshal: case-insensitive match'],
  examples: {
    bad: ['"FailOverMac": 1', '"MTU": 1500', '"linksincontainer": true'],
    good: ['"mtu": 1500', '"mtu": 1400, "links": [{"name": "net1", "Name": "other"}, {"name": "net2"}]'],
  },
  check(bond, report) {
    const members = writtenMembers(bond)
    for (const member of members) {
      const { value: written } = member.key
      const key = ownKeyOf(written)
      if (key === undefined || key === written) continue
      // Two spellings of one key are another matter.
      if (members.some(other => other.key.value !== written && goFold(other.key.value) === goFold(written))) continue
      report(placeOfMember(bond, member), 'odd case', `Write "${key}"`)
    }
  },
})
