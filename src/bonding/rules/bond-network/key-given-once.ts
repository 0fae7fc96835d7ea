import { rule } from '../rule.ts'
import { placeOfMember, writtenMembers } from './own-keys.ts'

export default rule({
  id: 'key-given-once',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'a key of the config is given once',
  why: 'Of a key that comes twice only the last value counts, and readers of JSON do not say so.',
  sources: ['run: bond-cni 258926a behind libcni 1.3.0'],
  examples: {
    bad: [
      '{"cniVersion": "0.3.1", "type": "bond", "mode": "balance-xor", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}',
      '"mtu": 1400, "mtu": 1500',
    ],
    good: ['"mtu": 1500'],
  },
  check(bond, report) {
    // A config can hold a hundred thousand of them.
    const byKey = Map.groupBy(writtenMembers(bond), ({ key }) => key.value)
    for (const [member, ...again] of byKey.values()) {
      if (member === undefined || again.length === 0) continue
      const found = `given ${again.length === 1 ? 'twice' : `${again.length + 1} times`}, and only the last one counts`
      report(placeOfMember(bond, member), found, 'Keep one', { reason: 'FieldValueDuplicate' })
    }
  },
})
