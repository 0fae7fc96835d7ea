import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { examples } from '../../docs/playground/examples.ts'
import { judgeTexts } from '../../docs/playground/judge-texts.ts'
import { bondInjectorHere } from '../cli/command-line.ts'
import { moreNetworks, podCases, podOf } from '../cli/pod-cases.ts'
import { openshift } from '../cli/serving-program.ts'

const files = ['bond-net1.yaml', 'sriovnet1.yaml', 'sriovnet2.yaml'].map(name =>
  readFileSync(join(openshift, name), 'utf8'),
)
const openshiftNetworks = files.join('---\n')
const networks = [openshiftNetworks, moreNetworks].join('---\n')
/** Without the one that is refused by itself. */
const sound = networks
  .split('---\n')
  .filter(text => !text.includes('bond-twice-wrong'))
  .join('---\n')
const pod = `apiVersion: v1
kind: Pod
metadata: {name: bondpod1, namespace: demo, labels: {bond-injector.io/bond: bond-net1}}
spec: {containers: [{name: app}]}
`

/** The places, severities and rules of what `lint -o json` prints and what the page shows. */
function placed(findings: readonly { file: string; line: number; column: number; severity: string; rule: string }[]) {
  return findings.map(({ file, line, column, severity, rule }) => `${file}:${line}:${column} ${severity} ${rule}`)
}

for (const { name, verdict, ...podCase } of podCases) {
  t.test(`the same as the command line: ${name}`, async t => {
    const text = JSON.stringify(podOf({ name, verdict, ...podCase }), null, 2)
    const dir = t.testdir({ 'networks.yaml': networks, 'pod.yaml': text })
    const paths = ['networks.yaml', 'pod.yaml'].map(file => join(dir, file))
    const flags = paths.flatMap(path => ['-f', path])
    const judgement = judgeTexts({ networks, pod: text })
    const [answer] = judgement.answers
    t.match(answer?.outcome, { completed: 'completed', left: /^(untouched|complete)$/, refused: 'refused' }[verdict])
    const lint = await bondInjectorHere(['lint', ...flags, '-o', 'json'])
    const { findings } = JSON.parse(lint.stdout.replaceAll(`${dir}/`, '')) as Pick<typeof judgement, 'findings'>
    t.strictSame(placed(judgement.findings), placed(findings))
    const diff = await bondInjectorHere(['inject', ...flags, '-o', 'diff'])
    const lines = diff.stdout.replaceAll(dir.slice(1) + '/', '').split('\n')
    t.strictSame(judgement.diff, lines.slice(0, -1))
  })
}

t.test('the API server asks about labelled pods only, so that a finding about another one is no warning', async t => {
  const unlabelled = pod.replace('labels:', 'annotations:')
  const { answers, findings } = judgeTexts({ networks: sound, pod: unlabelled })
  t.match(answers, [{ outcome: 'untouched', text: '' }])
  t.ok(findings.some(({ rule, severity }) => rule === 'label-not-annotation' && severity === 'error'))
})

t.test('a refusal in the words of kubectl', async t => {
  const { answers, outcome, diff } = judgeTexts({ networks, pod: pod.replace('bond-net1', 'bond-without-mac') })
  t.equal(outcome, 'refused')
  t.match(
    answers[0]?.text,
    /^The Pod "bondpod1" is invalid: demo\/bond-without-mac spec\.config\.failOverMac: missing/m,
  )
  t.strictSame(diff, [])
})

t.test('a network that the plugins refuse is refused by itself, also without a pod', async t => {
  const { answers, outcome, headline, findings } = judgeTexts({ networks: moreNetworks, pod: '' })
  t.same(
    answers.map(({ subject }) => subject),
    ['NetworkAttachmentDefinition demo/bond-twice-wrong'],
  )
  t.equal(outcome, 'refused')
  t.match(headline, /^No pod to judge yet; 1 network refused; /)
  t.ok(
    findings.some(({ rule }) => rule === 'fail-over-mac-required'),
    'what only documentation asks for is a finding',
  )
})

const left = [
  { name: 'no label', pod: pod.replace('labels', 'annotations'), reason: /no label/ },
  {
    name: 'the network of the host',
    pod: pod.replace('{containers', '{hostNetwork: true, containers'),
    reason: /its host/,
  },
  { name: 'nothing that the API server takes', pod: pod.replace('[{name: app}]', 'null'), reason: /API server/ },
]
for (const { name, pod, reason } of left) {
  t.test(`a pod that is left alone: ${name}`, async t => {
    const { outcome, headline, diff } = judgeTexts({ networks: sound, pod })
    t.equal(outcome, 'untouched')
    t.match(headline, reason)
    t.strictSame(diff, [])
  })
}

t.test('what cannot be read is one finding, and nothing that would follow from it', async t => {
  const { outcome, headline, findings, answers } = judgeTexts({ networks: sound.replace('kind:', 'kind'), pod })
  t.equal(outcome, 'unread')
  t.equal(findings.length, 1)
  t.match(headline, `networks.yaml line ${findings[0]?.line}.`)
  t.strictSame(answers, [])
})

t.test('empty editors', async t => {
  const { outcome, headline, remarks } = judgeTexts({ networks: '', pod: '' })
  t.equal(outcome, 'nothing')
  t.match(headline, /^No pod to judge yet/)
  t.match(remarks, [/take an example/])
})

t.test('a pod before its networks', async t => {
  const { outcome, remarks } = judgeTexts({ networks: '', pod })
  t.equal(outcome, 'refused')
  t.match(remarks, [/paste the network attachment definitions on the left/])
})

t.test('the sides are only where to begin', async t => {
  const [apart, one] = [judgeTexts({ networks: sound, pod }), judgeTexts({ networks: '', pod: `${sound}---\n${pod}` })]
  t.strictSame(one.answers, apart.answers)
})

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: demo}
spec:
  template:
    metadata: {labels: {bond-injector.io/bond: ${name}}}
    spec: {containers: [{name: app}]}
`

t.test('a workload is told what its pods get, and the diff shows it', async t => {
  const { answers, outcome, diff } = judgeTexts({ networks: sound, pod: deployment('bond-pinned') })
  t.equal(outcome, 'admitted')
  t.match(answers[0]?.text, /its pods get sriovnet2@net1,sriovnet1@net2,bond-pinned@bond0/)
  t.ok(diff.some(line => line.startsWith('+') && line.includes('sriovnet2@net1')))
})

t.test('a workload whose pods will be refused is admitted, and counts as refused', async t => {
  const { answers, outcome, headline } = judgeTexts({ networks: sound, pod: deployment('bond-without-mac') })
  t.equal(outcome, 'refused')
  t.match(headline, /^Deployment demo\/web: admitted, but its pods will be refused/)
  t.match(answers[0]?.text, /^Warning: .*its pods will be refused: missing/m)
})

t.test('a pod of kubectl create, which has no name yet', async t => {
  const { answers } = judgeTexts({ networks: sound, pod: pod.replace('name: bondpod1', 'generateName: web-') })
  t.equal(answers[0]?.subject, 'Pod demo/web-')
})

t.test('an object that names no namespace is in default, as with kubectl', async t => {
  const { answers } = judgeTexts({ networks: sound, pod: pod.replace(' namespace: demo,', '') })
  t.equal(answers[0]?.subject, 'Pod default/bondpod1')
})

t.test('where text cannot be changed where it stands, the reason stands in place of the diff', async t => {
  const spec = '{containers: [{name: app, resources: &r {}}, {name: other, resources: *r}]}'
  const shared = pod.replace('{containers: [{name: app}]}', spec)
  const { outcome, diff, findings, remarks } = judgeTexts({ networks: openshiftNetworks, pod: shared })
  t.equal(outcome, 'admitted', 'the webhook does not see the text')
  t.strictSame(diff, [])
  t.notOk(findings.some(({ severity }) => severity === 'error'))
  t.match(remarks.join('\n'), /cannot be shown in the text: pod\.yaml:4:\d+ .*anchor &r/)
})

t.test('what an author set aside is told with its reason', async t => {
  const ignore = 'annotations: {bond-injector.io/ignore: "fail-over-mac-required: we trust them"}'
  const named = 'name: bond-without-mac, namespace: demo'
  const { remarks, answers } = judgeTexts({
    networks: sound.replace(named, `${named}, ${ignore}`),
    pod: pod.replace('bond-net1', 'bond-without-mac'),
  })
  t.equal(answers[0]?.outcome, 'completed')
  t.match(remarks.join('\n'), /networks\.yaml:\d+:\d+ sets fail-over-mac-required aside: we trust them/)
})

t.test('a name that no API server takes shows as what it is, and not at any length', async t => {
  const name = `"\\u202Egnp.exe${'x'.repeat(5000)}"`
  const { headline } = judgeTexts({ networks: sound, pod: pod.replace('bondpod1', name) })
  t.ok(headline.includes('\\u202Egnp.exe'), headline)
  t.ok(headline.length < 500)
})

const marks = [
  ':',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ',',
  '|',
  '>',
  '-',
  '#',
  '&',
  '*',
  ' ',
  '\n',
  '\t',
  '---\n',
  '<<',
  '\u202E',
]

t.test('whatever somebody types on the way is judged', async t => {
  const piece = fc.oneof(fc.constantFrom(...marks), fc.string())
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(40), piece })
  const typed = (text: string, { at, removed, piece }: { at: number; removed: number; piece: string }) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + piece + text.slice(start + removed)
  }
  fc.assert(
    fc.property(fc.constantFrom(...examples), edit, edit, ({ networks, pod }, first, second) => {
      const { headline, findings, diff } = judgeTexts({ networks: typed(networks, first), pod: typed(pod, second) })
      return headline.endsWith('.') && findings.every(({ line }) => line > 0) && !diff.includes('undefined')
    }),
    { seed: 10, numRuns: 200 },
  )
  t.pass('200 runs')
})
