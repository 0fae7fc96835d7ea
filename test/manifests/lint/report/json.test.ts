import t from 'tap'
import { jsonReport } from '../../../../src/manifests/lint/report/json.ts'
import { bondConfig, linted, network } from '../linted.ts'
import { finding, lintOf, unreadable } from './finding.ts'

const read = (lint: Parameters<typeof jsonReport>[0]) => JSON.parse(jsonReport(lint)) as unknown

t.test('nothing wrong', async t => {
  t.strictSame(read(lintOf()), {
    version: 1,
    findings: [],
    ignored: [],
    summary: { files: 1, networks: 1, pods: 0, errors: 0, warnings: 0, ignored: 0, hints: [], rulesNotChecked: 0 },
  })
})

t.test('every field of a finding, in the order in which it is documented', async t => {
  t.match(read(lintOf({ findings: [finding()] })), { findings: [{}], summary: { errors: 1, warnings: 0 } })
  t.equal(
    jsonReport(lintOf({ findings: [finding()] }))
      .split('\n')
      .slice(3, 22)
      .join('\n'),
    `    {
      "rule": "miimon-string",
      "severity": "error",
      "certainty": "refused-at-load",
      "object": {
        "kind": "NetworkAttachmentDefinition",
        "namespace": "demo",
        "name": "bond-net1"
      },
      "path": "spec.config.miimon",
      "file": "nads/bond.yaml",
      "line": 2,
      "column": 11,
      "message": "the number 100, but Bond CNI reads it as text",
      "why": "Of all numbers in the config this one is a text.",
      "fix": "Put it in quotes: \\"miimon\\": \\"100\\""
    }
  ],
  "ignored": [],`,
  )
})

t.test('a file that cannot be read has the same fields', async t => {
  t.strictSame(read(lintOf({ findings: [unreadable] })), {
    version: 1,
    findings: [
      {
        rule: 'unreadable',
        severity: 'error',
        certainty: null,
        object: null,
        path: '',
        file: 'my file.yaml',
        line: 0,
        column: 0,
        message: 'is no text',
        why: '',
        fix: 'Give a manifest in YAML or JSON',
      },
    ],
    ignored: [],
    summary: { files: 1, networks: 1, pods: 0, errors: 1, warnings: 0, ignored: 0, hints: [], rulesNotChecked: 0 },
  })
})

t.test('what is ignored, with the reason', async t => {
  const ignored = [{ ...finding({ severity: 'warning' }), reason: 'ours' }]
  t.match(read(lintOf({ ignored, hints: ['networks-unread'] })), {
    findings: [],
    ignored: [{ rule: 'miimon-string', reason: 'ours', line: 2 }],
    summary: { warnings: 0, ignored: 1, hints: ['networks-unread'] },
  })
})

t.test('a hostile annotation neither breaks it nor fills it', async t => {
  const mode = `"\\u202e${'x'.repeat(100_000)}"`
  const text = jsonReport(linted({ 'a.yaml': network('b', bondConfig({ mode })) }))
  t.ok(text.length < 10_000, String(text.length))
  t.notMatch(text, '\u202e')
})

t.test('how many rules could not be asked', async t => {
  t.match(read(lintOf({ unchecked: 13 })), { summary: { rulesNotChecked: 13 } })
  t.match(read(lintOf({ unchecked: 13 })), { summary: { rulesNotCheckedBecause: 'policies were not given' } })
  const forbidden = lintOf({ unchecked: 13, uncheckedBecause: 'forbidden' })
  t.match(read(forbidden), { summary: { rulesNotCheckedBecause: 'forbidden' } })
  t.notHas(read(lintOf()), { summary: { rulesNotCheckedBecause: '' } })
})
