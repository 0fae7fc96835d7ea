import t from 'tap'
import { calloutAtEnd } from '../../src/manifests/callout-values.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

t.test('callouts at the end of a text', async t => {
  const cases: [text: string, callout: string | undefined][] = [
    ['bond-net1 <1>', '<1>'],
    ['a, b <12>', '<12>'],
    ['<1>', undefined],
    ['bond<1>', undefined],
    ['a <1> b', undefined],
    ['a <123>', undefined],
    ['a <b>', undefined],
  ]
  for (const [text, callout] of cases) t.equal(calloutAtEnd(text), callout, text)
})

t.test('values that kubectl would take with it', async t => {
  const text = `apiVersion: v1
kind: Pod <1>
metadata:
  name: a <2>
  namespace: b <3>
  labels:
    name: c <4>
spec:
  containers:
  - name: d
    image: e <5>
    args: ["f <6>", g <7>]
  note: |
    h <8>
`
  const { problems } = readDocuments(text, 'a.yaml')
  t.strictSame(
    problems.map(({ severity, line, column }) => [severity, line, column]),
    [
      ['warning', 2, 11],
      ['warning', 7, 13],
      ['warning', 11, 14],
      ['warning', 12, 23],
    ],
    'not the names, which whoever reads them refuses, and not what is in quotes',
  )
})
