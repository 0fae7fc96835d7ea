import t from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { expectProblem } from './expect-problem.ts'

const pod = 'apiVersion: v1\nkind: Pod\n'

expectProblem(t, 'separator', {
  name: 'a separator that is indented',
  text: `${pod}metadata:\n  name: a\n ---\n${pod}`,
  at: '5:2',
  message: /only at the beginning of a line/,
  fix: /Take the blanks/,
})

t.test('in a text it is none', async t => {
  t.strictSame(readDocuments(`${pod}a: |\n  ---\nb: c\n  ---\n`, 'a.yaml').problems, [])
})
