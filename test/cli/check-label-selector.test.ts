import t from 'tap'
import { unmet, type LabelSelector } from '../../src/cluster/check/label-selector.ts'

const labels = { team: 'core', tier: '' }
const expression = (key: string, operator: string, ...values: string[]): LabelSelector => ({
  matchExpressions: [{ key, operator, values }],
})
const cases: readonly { name: string; selector: LabelSelector; areAll?: false; unmet: string | undefined }[] = [
  { name: 'an empty selector selects everything', selector: {}, unmet: undefined },
  { name: 'a label that is met', selector: { matchLabels: { team: 'core' } }, unmet: undefined },
  { name: 'a label with another value', selector: { matchLabels: { team: 'edge' } }, unmet: 'team=edge' },
  { name: 'a label that is absent', selector: { matchLabels: { zone: 'a' } }, unmet: 'zone=a' },
  { name: 'a key of every object', selector: { matchLabels: { constructor: 'a' } }, unmet: 'constructor=a' },
  { name: 'In, met', selector: expression('team', 'In', 'edge', 'core'), unmet: undefined },
  { name: 'In, other values', selector: expression('team', 'In', 'a', 'b'), unmet: 'team In a, b' },
  { name: 'In, absent', selector: expression('zone', 'In', 'a'), unmet: 'zone In a' },
  { name: 'NotIn, met', selector: expression('team', 'NotIn', 'edge'), unmet: undefined },
  { name: 'NotIn, absent', selector: expression('zone', 'NotIn', 'a'), unmet: undefined },
  { name: 'NotIn, one of them', selector: expression('team', 'NotIn', 'core'), unmet: 'team NotIn core' },
  { name: 'Exists, with an empty value', selector: expression('tier', 'Exists'), unmet: undefined },
  { name: 'Exists, absent', selector: expression('zone', 'Exists'), unmet: 'zone Exists' },
  { name: 'DoesNotExist, absent', selector: expression('zone', 'DoesNotExist'), unmet: undefined },
  { name: 'DoesNotExist, there', selector: expression('team', 'DoesNotExist'), unmet: 'team DoesNotExist' },
  { name: 'an operator of tomorrow is not judged', selector: expression('team', 'Like', 'x'), unmet: undefined },
  {
    name: 'both kinds: the labels first',
    selector: { matchLabels: { team: 'edge' }, ...expression('zone', 'Exists') },
    unmet: 'team=edge',
  },
  {
    name: 'a label that may be there, where not all are known',
    selector: { matchLabels: { zone: 'a' }, ...expression('zone', 'Exists') },
    areAll: false,
    unmet: undefined,
  },
  {
    name: 'a known label with another value, where not all are known',
    selector: { matchLabels: { team: 'edge' } },
    areAll: false,
    unmet: 'team=edge',
  },
]
for (const { name, selector, areAll, unmet: expected } of cases) {
  t.test(name, async t => t.equal(unmet(selector, labels, areAll), expected))
}
