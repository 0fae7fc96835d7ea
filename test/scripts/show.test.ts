import t from 'tap'
import type { AdmissionResponse } from '../../scripts/demo/admission-call.ts'
import { podDiff, refusalText } from '../../scripts/demo/show.ts'

function refusal(...messages: readonly string[]): AdmissionResponse {
  const causes = messages.map(message => ({ field: 'pod spec', message }))
  return { allowed: false, status: { message: 'm', details: { kind: 'Pod', name: 'web-', causes } } }
}

t.test('one cause stands on the line of its pod, several below it: as kubectl does it', async t => {
  t.equal(refusalText(refusal('a')), 'The Pod "web-" is invalid: pod spec: a')
  t.equal(refusalText(refusal('a', 'b')), 'The Pod "web-" is invalid:\n* pod spec: a\n* pod spec: b')
})

t.test('a diff of YAML, with the names of its two sides and nothing above them', async t => {
  const diff = podDiff({ metadata: { name: 'a' } }, { metadata: { name: 'a', labels: { b: 'c' } } })
  t.equal(
    diff,
    [
      '--- pod as sent',
      '+++ pod as admitted',
      '@@ -1,2 +1,4 @@',
      ' metadata:',
      '   name: a',
      '+  labels:',
      '+    b: c',
    ].join('\n'),
  )
})

t.test('long values stay on one line', async t => {
  t.match(podDiff({}, { a: 'word '.repeat(60) }), /^\+a: "(word ){60}"$/m)
})
