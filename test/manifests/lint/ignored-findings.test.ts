import t from 'tap'
import { bondConfig, brief, linted, network, pod } from './linted.ts'

const bond = (ignore: string) =>
  network(
    'bond-net1',
    bondConfig({ failOverMac: '0', miimon: '1', ifname: '"bond0"' }),
    `{bond-injector.io/ignore: ${JSON.stringify(ignore)}}`,
  )
/** What remains besides miimon-string, which stays whatever is written. */
const all = ['fail-over-mac-required', 'ifname-not-read']

const cases: readonly {
  name: string
  ignore: string
  kept: readonly string[]
  reasons?: readonly string[]
  said?: readonly string[]
}[] = [
  {
    name: 'a rule with a reason',
    ignore: 'ifname-not-read: other tools read it',
    kept: ['fail-over-mac-required'],
    reasons: ['other tools read it'],
  },
  {
    name: 'several, with blanks and line breaks, and a semicolon at the end',
    ignore: ' ifname-not-read :  other tools ;\n fail-over-mac-required: trusted: PF 0 ; ',
    kept: [],
    reasons: ['trusted: PF 0', 'other tools'],
  },
  { name: 'nothing', ignore: '', kept: all },
  { name: 'a rule that says nothing here', ignore: 'mtu-minimum: why not', kept: all },
  {
    name: 'no reason',
    ignore: 'ifname-not-read',
    kept: all,
    said: ['bond-injector.io/ignore gives no reason for ifname-not-read, and has no effect'],
  },
  {
    name: 'an empty reason',
    ignore: 'ifname-not-read: ',
    kept: all,
    said: ['bond-injector.io/ignore gives no reason for ifname-not-read, and has no effect'],
  },
  {
    name: 'no rule',
    ignore: 'ifname-not-raed: x',
    kept: all,
    said: ['bond-injector.io/ignore names "ifname-not-raed", which is no rule, and has no effect'],
  },
  {
    name: 'what the real program refuses at once',
    ignore: 'miimon-string: we know',
    kept: all,
    said: [
      'bond-injector.io/ignore names miimon-string, which speaks of what Multus or a plugin refuses at once, and has no effect',
    ],
  },
]
for (const { name, ignore, kept, reasons = [], said = [] } of cases) {
  t.test(`ignore: ${name}`, async t => {
    const { findings, ignored } = linted({ 'a.yaml': bond(ignore) })
    const ofRules = findings.filter(({ certainty }) => certainty !== null).map(({ rule }) => rule)
    t.strictSame(new Set(ofRules), new Set([...kept, 'miimon-string']))
    t.strictSame(
      ignored.map(({ reason }) => reason),
      reasons,
    )
    const ofFile = findings.filter(({ certainty }) => certainty === null)
    t.strictSame(
      ofFile.map(({ message }) => message),
      said,
    )
    t.ok(ofFile.every(({ severity }) => severity === 'warning'))
  })
}

t.test('an entry without effect is told at its own place, with the rule that was meant', async t => {
  const { findings } = linted({ 'a.yaml': bond('mtu-minimum: x; ifname-not-raed: y') })
  const [told] = findings.filter(({ certainty }) => certainty === null)
  t.match(told, { line: 5, column: 59, fix: 'Write ifname-not-read' })
})

t.test('errors that are ignored are no errors', async t => {
  const files = {
    'a.yaml': network(
      'b',
      bondConfig({ failOverMac: '0' }),
      '{bond-injector.io/ignore: "fail-over-mac-required: trusted"}',
    ),
  }
  const { outcome, findings, ignored } = linted(files)
  t.equal(outcome, 'fine')
  t.strictSame(findings, [])
  t.strictSame(ignored.map(brief), ['a.yaml:13:22 error fail-over-mac-required'])
})

t.test('one object ignores for itself only', async t => {
  const ignoring = 'annotations: {bond-injector.io/ignore: "bond-network-exists: in another repository"}'
  const metadata = `labels: {bond-injector.io/bond: bond-net1}\n  ${ignoring}`
  const { findings, ignored } = linted({ 'a.yaml': pod('p', metadata), 'b.yaml': pod('q') })
  t.strictSame(findings.map(brief), ['b.yaml:5:35 error bond-network-exists'])
  t.strictSame(ignored.map(brief), ['a.yaml:5:35 error bond-network-exists'])
})

t.test('an annotation that is no text ignores nothing', async t => {
  const { findings } = linted({
    'a.yaml': network('b', bondConfig({ failOverMac: '0' }), '{bond-injector.io/ignore: 3}'),
  })
  t.strictSame(
    findings.map(({ rule }) => rule),
    ['network'],
    'the object is refused for that',
  )
})
