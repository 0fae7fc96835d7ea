import t from 'tap'
import { type FixReport, fixReports } from '../../../src/manifests/fix/fix-report.ts'
import { bondConfig, network } from '../lint/linted.ts'
import { fixing } from './fixed.ts'

const options = { colour: false, version: '1.2.3' }

function report(members: Readonly<Record<string, string>>, written = true): FixReport {
  const { fixed, refused, onRequest, left } = fixing({ 'bond.yaml': network('bond-net1', bondConfig(members)) })
  return { written, fixed, refused, onRequest, left: left.findings.length, lint: left }
}

const summaries: readonly { name: string; report: FixReport; summary: string }[] = [
  { name: 'nothing', report: report({}), summary: 'fixed 0 findings in 0 files; 0 left' },
  { name: 'one', report: report({ miimon: '100' }), summary: 'fixed 1 finding in 1 file; 0 left' },
  {
    name: 'two, and one left',
    report: report({ miimon: '100', mtu: '"1500"', mode: '"tlb"' }),
    summary: 'fixed 2 findings in 1 file; 1 left',
  },
  {
    name: 'one that is fixed on request',
    report: report({ failOverMac: 'null' }),
    summary: 'fixed 0 findings in 0 files; 1 left, 1 of them fixed by --fix-missing',
  },
  {
    name: 'only shown',
    report: report({ miimon: '100', mode: '"tlb"' }, false),
    summary: 'would fix 1 finding in 1 file; 1 would be left',
  },
]

for (const { name, report, summary } of summaries) {
  t.test(`the last line: ${name}`, async t => {
    t.equal(fixReports.text(report, options).trimEnd().split('\n').at(-1), summary)
  })
}

t.test('for a person at a terminal of 80 columns', async t => {
  const text = fixReports.text(report({ miimon: '100', failOverMac: '"0"' }), options)
  t.match(
    text,
    `bond.yaml:15:17: fixed: miimon-string: Put the number in quotes: "miimon": "100"
bond.yaml:13:22: not fixed: fail-over-mac-integer: it would bring about
    fail-over-mac-required: 0, but mode active-backup needs 1

bond.yaml:13:22: error: `,
  )
  t.notOk(text.split('\n').some(line => line.length > 80))
})

t.test('beside a diff, only what the diff does not show', async t => {
  t.equal(
    fixReports.text(report({ miimon: '100', failOverMac: '"0"' }, false), options),
    `bond.yaml:13:22: not fixed: fail-over-mac-integer: it would bring about
    fail-over-mac-required: 0, but mode active-backup needs 1
would fix 1 finding in 1 file; 1 would be left
`,
  )
})

t.test('for programs: what lint prints, and one field more', async t => {
  const printed = JSON.parse(fixReports.json(report({ miimon: '100', failOverMac: '"0"' }), options)) as object
  t.strictSame(Object.keys(printed), ['version', 'findings', 'ignored', 'summary', 'fixes'])
  t.match(printed, {
    version: 1,
    findings: [{ rule: 'fail-over-mac-integer' }],
    fixes: {
      written: true,
      fixed: [{ rule: 'miimon-string', path: 'spec.config.miimon', line: 15, column: 17 }],
      notFixed: [
        {
          rule: 'fail-over-mac-integer',
          reason: 'it would bring about fail-over-mac-required: 0, but mode active-backup needs 1',
        },
      ],
      onRequest: 0,
      left: 1,
    },
  })
})
