import t from 'tap'
import { rules } from '../../../../src/bonding/rules/catalogue.ts'
import { sarifReport } from '../../../../src/manifests/lint/report/sarif.ts'
import { sarifRules } from '../../../../src/manifests/lint/report/sarif-rules.ts'
import type { Lint } from '../../../../src/manifests/lint/lint-manifests.ts'
import { finding, lintOf, unreadable } from './finding.ts'

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[]
    },
  ]
}
const read = (lint: Partial<Lint>) => JSON.parse(sarifReport(lintOf(lint), { version: '1.2.3' })) as Log

t.test('the log names its schema and the program', async t => {
  t.match(read({}), {
    $schema: /sarif-schema-2\.1\.0\.json$/,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'bond-injector', version: '1.2.3', semanticVersion: '1.2.3' } },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  })
})

t.test('a finding', async t => {
  const [result] = read({ findings: [finding()] }).runs[0].results
  t.match(result, {
    ruleId: 'miimon-string',
    level: 'error',
    message: {
      text: 'demo/bond-net1 spec.config.miimon: the number 100, but Bond CNI reads it as text. Put it in quotes: "miimon": "100".',
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'nads/bond.yaml' },
          region: { startLine: 2, startColumn: 11, endColumn: 14 },
        },
        logicalLocations: [
          { fullyQualifiedName: 'NetworkAttachmentDefinition/demo/bond-net1/spec.config.miimon', name: 'bond-net1' },
        ],
      },
    ],
  })
})

t.test('a file that cannot be read: no region, and a rule of its own', async t => {
  const [{ tool, results }] = read({ findings: [unreadable, finding()] }).runs
  t.strictSame(results[0], {
    ruleId: 'unreadable',
    ruleIndex: tool.driver.rules.length - 1,
    level: 'error',
    message: { text: 'is no text. Give a manifest in YAML or JSON.' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'my%20file.yaml' } } }],
  })
})

t.test('every result points at its rule', async t => {
  const findings = rules.filter(({ object }) => object !== 'admitted-pod').map(({ id }) => finding({ rule: id }))
  const [{ tool, results }] = read({ findings: [...findings, unreadable] }).runs
  for (const { ruleId, ruleIndex } of results) t.equal(tool.driver.rules[ruleIndex]?.id, ruleId)
  t.equal(results.length, findings.length + 1)
})

t.test('what is ignored is suppressed, with the reason', async t => {
  t.match(read({ ignored: [{ ...finding(), reason: 'ours' }] }).runs[0].results, [
    { ruleId: 'miimon-string', suppressions: [{ kind: 'inSource', justification: 'ours' }] },
  ])
})

const uris = [
  { file: './a/b.yaml', uri: 'a/b.yaml' },
  { file: '/srv/a b.yaml', uri: 'file:///srv/a%20b.yaml' },
  { file: '../ä#.yaml', uri: '../%C3%A4%23.yaml' },
  { file: 'a\\b.yaml', uri: 'a/b.yaml' },
  { file: 'stdin', uri: 'stdin' },
]
for (const { file, uri } of uris) {
  t.test(`${file} is ${uri}`, async t => {
    const [result] = read({ findings: [finding({ file })] }).runs[0].results
    t.match(result, { locations: [{ physicalLocation: { artifactLocation: { uri } } }] })
  })
}

t.test('rules: each once, with help; one that is off says so', async t => {
  const all = sarifRules([unreadable, finding({ rule: 'quote', certainty: null }), unreadable])
  t.equal(new Set(all.map(({ id }) => id)).size, all.length)
  t.strictSame(
    all.slice(-2).map(({ id }) => id),
    ['unreadable', 'quote'],
  )
  for (const { id, help, shortDescription, fullDescription } of all) {
    for (const { text } of [help, shortDescription, fullDescription]) t.ok(text.length > 10, id)
  }
  const off = rules.filter(rule => rule.off)
  t.ok(off.length > 0)
  for (const { id } of off) {
    t.match(
      all.find(each => each.id === id),
      { defaultConfiguration: { enabled: false } },
    )
  }
  t.notOk(
    all.some(({ id }) => id === 'attachments-kept'),
    'rules about stored pods never speak about files',
  )
})
