import t from 'tap'
import { answerOf } from '../../docs/playground/answer.ts'
import { allowed, denied, patched, untouched } from '../../src/admission/answer.ts'

const outcome = { bonds: [], rules: [] }
const cause = (field: string, message: string) => ({ field, message, reason: 'FieldValueInvalid' })
const refusal = (...causes: ReturnType<typeof cause>[]) => ({ message: '', kind: 'Pod', name: 'we"b', causes })

const cases = [
  {
    name: 'completed',
    answer: patched([], { verdict: 'injected', ...outcome }),
    expected: { outcome: 'completed', verdict: 'admitted and completed', text: '' },
  },
  {
    name: 'complete already, with warnings',
    answer: allowed({ verdict: 'unchanged', ...outcome }, ['one', 'two']),
    expected: { outcome: 'complete', verdict: 'admitted as it is', text: 'Warning: one\nWarning: two' },
  },
  {
    name: 'no label',
    answer: untouched('no-label'),
    expected: { outcome: 'untouched', verdict: 'left alone, since it has no label bond-injector.io/bond' },
  },
  {
    name: 'a reason that nobody here has words for',
    answer: untouched('some-reason'),
    expected: { outcome: 'untouched', verdict: 'left alone, since some-reason' },
  },
  {
    name: 'one cause: on the line of the name, as kubectl does',
    answer: denied(refusal(cause('pod spec', 'wrong')), { verdict: 'refused', ...outcome }, ['first']),
    expected: {
      outcome: 'refused',
      verdict: 'refused',
      text: 'Warning: first\nThe Pod "we\\"b" is invalid: pod spec: wrong',
    },
  },
  {
    name: 'two causes: a line each',
    answer: denied(refusal(cause('a', 'b'), cause('c', 'd')), { verdict: 'refused', ...outcome }),
    expected: { outcome: 'refused', verdict: 'refused', text: 'The Pod "we\\"b" is invalid:\n* a: b\n* c: d' },
  },
]
for (const { name, answer, expected } of cases) {
  t.test(name, async t =>
    t.match(answerOf('pods', 'Pod demo/web', answer), { about: 'pods', subject: 'Pod demo/web', ...expected }),
  )
}
