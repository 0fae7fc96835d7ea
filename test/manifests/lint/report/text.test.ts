import t from 'tap'
import { textReport } from '../../../../src/manifests/lint/report/text.ts'
import type { Lint } from '../../../../src/manifests/lint/lint-manifests.ts'
import { bondConfig, linted, network, pod, sriov } from '../linted.ts'
import { finding, lintOf, unreadable } from './finding.ts'

const plain = { colour: false }
const end = (text: string) => `${text}\n`

t.test('place, severity, what; the line with a mark; why, fix, rule; and how many', async t => {
  t.equal(
    textReport(lintOf({ findings: [finding()] }), plain),
    end(`nads/bond.yaml:2:11: error: demo/bond-net1 spec.config.miimon: the number 100,
    but Bond CNI reads it as text
    2 |   "miimon": 100
      |           ^^^
  why: Of all numbers in the config this one is a text.
  fix: Put it in quotes: "miimon": "100"
  rule: miimon-string (refused-at-load)

1 error in 1 file (1 network, 0 pods and workloads)`),
  )
})

t.test('why is said once for each rule', async t => {
  const findings = [finding(), finding({ column: 4 }), finding({ rule: 'mode-known', why: 'Another why.' })]
  const text = textReport(lintOf({ findings }), plain)
  t.equal(text.match(/Of all numbers/g)?.length, 1)
  t.equal(text.match(/Another why/g)?.length, 1)
  t.equal(text.match(/ {2}fix: /g)?.length, 3)
})

t.test('a file that cannot be read has neither a line nor a why', async t => {
  t.equal(
    textReport(lintOf({ findings: [unreadable] }), plain),
    end(`my file.yaml: error: is no text
  fix: Give a manifest in YAML or JSON
  rule: unreadable

1 error in 1 file (1 network, 0 pods and workloads)`),
  )
})

const ends: readonly { name: string; lint: Partial<Lint>; says: string }[] = [
  { name: 'nothing is wrong', lint: {}, says: 'nothing wrong in 1 file (1 network, 0 pods and workloads)\n' },
  {
    name: 'several things are wrong',
    lint: {
      findings: [finding(), finding({ line: 1 }), finding({ severity: 'warning' })],
      files: [],
      networks: 2,
      pods: 1,
    },
    says: '\n2 errors and 1 warning in 0 files (2 networks, 1 pod or workload)\n',
  },
  {
    name: 'something is ignored',
    lint: { ignored: [{ ...finding({ severity: 'warning' }), reason: 'a driver of our own' }] },
    says: `nads/bond.yaml:2:11: ignored: miimon-string: a driver of our own
1 ignored finding in 1 file (1 network, 0 pods and workloads)
`,
  },
  {
    name: 'all at once, wrapped',
    lint: {
      findings: [finding(), finding({ severity: 'warning' })],
      ignored: [{ ...finding(), reason: 'ours' }],
      networks: 100,
      pods: 100,
    },
    says: `ignored: miimon-string: ours
1 error, 1 warning and 1 ignored finding in 1 file (100 networks, 100 pods and
  workloads)
`,
  },
  {
    name: 'no network was given',
    lint: { hints: ['no-networks'] },
    says: `hint: no network was given: give the files of the network attachment definitions
  too, with -f
`,
  },
  { name: 'nothing to judge', lint: { hints: ['nothing-to-judge'] }, says: 'hint: no network, no pod, and no' },
  {
    name: 'policies were not given',
    lint: { unchecked: 13 },
    says: `policies were not given: 13 rules not checked (add the SriovNetworkNodePolicies
  with -f)
`,
  },
  {
    name: 'policies could not be read',
    lint: { unchecked: 13, uncheckedBecause: 'SriovNetworkNodePolicy is not installed in this cluster' },
    says: `SriovNetworkNodePolicy is not installed in this cluster: 13 rules not checked
`,
  },
  { name: 'something unread', lint: { hints: ['networks-unread'] }, says: 'hint: what is missing may stand in' },
]
for (const { name, lint, says } of ends) {
  t.test(`the end, where ${name}`, async t => {
    t.ok(textReport(lintOf(lint), plain).includes(says), textReport(lintOf(lint), plain))
  })
}

t.test('colours change nothing but colours', async t => {
  const lint = lintOf({ findings: [finding(), finding({ severity: 'warning', line: 1, column: 1 }), unreadable] })
  const coloured = textReport(lint, { colour: true })
  t.match(coloured, /\u001b\[1;31merror:\u001b\[0m demo\/bond-net1/)
  t.match(coloured, /\u001b\[1;33mwarning:\u001b\[0m/)
  t.equal(coloured.replaceAll(/\u001b\[[\d;]*m/g, ''), textReport(lint, plain))
  t.notMatch(textReport(lint, plain), '\u001b')
})

t.test('a place that is longer than a line', async t => {
  const lint = lintOf({ findings: [finding({ file: `${'directory/'.repeat(9)}bond.yaml` })] })
  t.match(textReport(lint, plain), /bond\.yaml:2:11: error: demo\/bond-net1\n {4}spec\.config/, 'stays in one piece')
})

t.test('real findings: at most 80 columns, but for what cannot be broken', async t => {
  const long = bondConfig({ miimon: '100', mode: '"active-bakcup"', ifname: '"bond0"', failOverMac: '7' })
  const lint = linted({
    'a.yaml': network('bond-net1', long.replaceAll('\n', ' '), '{bond-injector.io/links: "s1,s2"}'),
    'b.yaml': `${sriov('s1', ', "vlan": 1')}---\n${sriov('s2', ', "trust": "maybe"')}`,
    'c.yaml': pod('p'),
    'd.yaml': 'a: [\n---\n\tb: c\n',
  })
  t.ok(lint.findings.length > 6, String(lint.findings.length))
  for (const line of textReport(lint, plain).split('\n')) t.ok(line.length <= 80, line)
})

t.test('where every rule was asked nothing is said about it', async t => {
  t.notMatch(textReport(lintOf(), plain), /not checked/)
})
