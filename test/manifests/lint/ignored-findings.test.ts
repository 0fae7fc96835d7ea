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

const misplaced = 'annotations: {bond-injector.io/bond: bond-net1'

t.test('one object ignores for itself only', async t => {
  const ignoring = `${misplaced}, bond-injector.io/ignore: "label-not-annotation: read by our own controller"}`
  const { findings, ignored } = linted({ 'a.yaml': pod('p', ignoring), 'b.yaml': pod('q', `${misplaced}}`) })
  t.strictSame(findings.map(brief), ['b.yaml:5:40 error label-not-annotation'])
  t.strictSame(ignored.map(brief), ['a.yaml:5:40 error label-not-annotation'])
})

t.test('without what these rules say there is nothing to inject, so nobody can ignore them', async t => {
  const ignoring = 'annotations: {bond-injector.io/ignore: "bond-network-exists: in another repository"}'
  const metadata = `labels: {bond-injector.io/bond: bond-net1}\n  ${ignoring}`
  const { findings, ignored } = linted({ 'a.yaml': pod('p', metadata) })
  t.strictSame(findings.map(brief), ['a.yaml:5:35 error bond-network-exists', 'a.yaml:6:43 warning object'])
  t.match(
    findings[1]?.message,
    /names bond-network-exists, without which there is nothing to inject, and has no effect$/,
  )
  t.strictSame(ignored, [])
})

const entry = (id: string) => `bond-injector.io/ignore: "${id}: read by our own controller"`
const deployment = (around: string, template: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations: {${around}}
spec:
  template:
    metadata:
      annotations: {bond-injector.io/bond: bond-net1, ${template}}
    spec:
      containers:
      - name: app
`

t.test('a pod has the annotations of the template it is made from, and a workload its own', async t => {
  t.test('in the template, as the pods have it', async t => {
    const { findings, ignored } = linted({ 'a.yaml': deployment('', entry('label-not-annotation')) })
    t.strictSame(findings, [])
    t.strictSame(ignored.map(brief), ['a.yaml:9:44 error label-not-annotation'])
  })
  t.test('around the template, where no pod has it', async t => {
    const { findings, ignored } = linted({ 'a.yaml': deployment(entry('label-not-annotation'), '') })
    t.strictSame(
      findings.map(({ rule }) => rule),
      ['object', 'label-not-annotation'],
    )
    t.match(findings[0], { line: 5, fix: 'Move it to spec.template.metadata.annotations' })
    t.strictSame(ignored, [])
  })
  t.test('around the template, of a rule that speaks of what is around it', async t => {
    const around = `bond-injector.io/bond: bond-net1, ${entry('label-on-template')}`
    const { findings, ignored } = linted({ 'a.yaml': deployment(around, entry('label-not-annotation')) })
    t.strictSame(findings, [])
    t.strictSame(
      ignored.map(({ rule }) => rule),
      ['label-on-template', 'label-not-annotation'],
    )
  })
})

t.test('what is rendered from another object is ignored on that object', async t => {
  const text = (ignore: string) => `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata: {name: sriovnet1, annotations: {bond-injector.io/ignore: "${ignore}"}}
spec: {networkNamespace: demo, resourceName: port0, trust: "ON"}
`
  const rulesOf = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule)
  t.strictSame(rulesOf(linted({ 'a.yaml': text('') }).findings), ['sriov-on-or-off'])
  const { ignored, findings } = linted({ 'a.yaml': text('sriov-on-or-off: means off here') })
  t.strictSame([rulesOf(findings), rulesOf(ignored)], [[], ['sriov-on-or-off']])
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
