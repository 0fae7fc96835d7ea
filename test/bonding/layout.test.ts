import t from 'tap'
import type { Finding } from '../../src/bonding/finding.ts'
import { causeMessage, describe, fieldOf, refusalMessage, warningText } from '../../src/bonding/layout.ts'
import { formatPath } from '../../src/bonding/place.ts'

const finding: Finding = {
  rule: 'fail-over-mac-required',
  severity: 'error',
  certainty: 'documented',
  object: { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'bond-net1' },
  place: { path: ['spec', 'config', 'failOverMac'] },
  reason: 'FieldValueRequired',
  message: 'missing, but mode active-backup needs it',
  why: 'because',
  fix: 'Set "failOverMac": 1',
}
const onPod: Finding = {
  ...finding,
  object: { kind: 'Pod', namespace: 'demo', name: 'web' },
  place: { path: ['metadata', 'annotations', 'k8s.v1.cni.cncf.io/networks'] },
}

t.test('object and field', async t => {
  t.equal(fieldOf(finding), 'demo/bond-net1 spec.config.failOverMac')
  t.equal(fieldOf(onPod), 'pod metadata.annotations[k8s.v1.cni.cncf.io/networks]')
  const onWorkload: Finding = {
    ...onPod,
    object: { kind: 'CronJob', namespace: 'demo', name: 'web' },
    place: { path: ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0] },
  }
  t.equal(fieldOf(onWorkload), 'cronjob spec.jobTemplate.spec.template.spec.containers[0]')
})

const paths: readonly [readonly (string | number)[], string][] = [
  [['spec', 'config', 'links', 0, 'name'], 'spec.config.links[0].name'],
  [['spec', 'config', 'plugins', 1, 'mtu'], 'spec.config.plugins[1].mtu'],
  [['spec', 'config', 'odd key'], 'spec.config[odd key]'],
  [['metadata', 'labels', 'bond-injector.io/bond'], 'metadata.labels[bond-injector.io/bond]'],
  [[], ''],
]
for (const [path, text] of paths) t.test(`path ${text}`, async t => t.equal(formatPath(path), text))

t.test('what is wrong, the fix without a full stop, and who says so', async t => {
  t.equal(
    causeMessage(finding),
    'missing, but mode active-backup needs it. Set "failOverMac": 1 [bond-injector fail-over-mac-required]',
  )
  t.equal(causeMessage({ ...finding, fix: 'Remove it.' }), 'missing, but mode active-backup needs it. Remove it [bond-injector fail-over-mac-required]') // prettier-ignore
  t.match(causeMessage({ ...finding, fix: 'Did you mean x?' }), 'Did you mean x? [bond')
})

t.test('what an author wrote cannot make a message of many lines or of many kilobytes', async t => {
  const text = causeMessage({ ...finding, message: `name "${'a\n'.repeat(100_000)}"`, fix: 'b'.repeat(100_000) })
  t.notMatch(text, /\n/)
  t.ok(text.length < 1_300, `${text.length} characters`)
})

t.test('a refusal names the first finding in full and how many more there are, in its first line', async t => {
  t.equal(refusalMessage([finding]), describe(finding))
  t.strictSame(refusalMessage([finding, onPod, onPod]).split('\n'), [
    `${describe(finding)} (and 2 more)`,
    describe(onPod),
    describe(onPod),
  ])
})

t.test('a warning is one line of at most 256 characters that ends with the rule', async t => {
  t.equal(warningText(finding), describe(finding))
  const long = warningText({ ...finding, message: 'x\n'.repeat(300) })
  t.equal(long.length, 256)
  t.notMatch(long, /\n/)
  t.match(long, /\.\.\. \[bond-injector fail-over-mac-required\]$/)
  const astral = warningText({ ...finding, message: '\u{1F600}'.repeat(300) })
  t.ok(astral.isWellFormed(), 'no half of a character')
})

const briefly: readonly [Finding['object']['kind'], Finding['place']['path'], string][] = [
  ['Pod', ['metadata', 'labels', 'bond-injector.io/bond'], 'pod label bond'],
  ['Pod', ['metadata', 'annotations', 'k8s.v1.cni.cncf.io/networks'], 'pod annotation networks'],
  ['Deployment', ['spec', 'template', 'metadata', 'labels', 'a'], 'deployment spec.template label a'],
  ['NetworkAttachmentDefinition', ['metadata', 'annotations', 'a/b'], 'demo/web annotation b'],
  ['Pod', ['spec', 'hostNetwork'], 'pod spec.hostNetwork'],
  ['Pod', ['metadata', 'labels'], 'pod metadata.labels'],
]
for (const [kind, path, place] of briefly) {
  t.test(`a warning names its place in few words: ${place}`, async t => {
    const text = warningText({ ...onPod, object: { ...onPod.object, kind }, place: { path } })
    t.equal(text, `${place}: ${causeMessage(onPod)}`)
  })
}
