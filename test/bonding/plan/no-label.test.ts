import t from 'tap'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'

const key = 'bond-injector.io/bond'
const cases: readonly { name: string; metadata: object; spec?: object; rules: readonly string[] }[] = [
  { name: 'no label', metadata: {}, rules: [] },
  { name: 'no label, on the host network', metadata: {}, spec: { hostNetwork: true }, rules: [] },
  {
    name: 'no label, and annotations of ours',
    metadata: { annotations: { 'bond-injector.io/bonds': ',,' } },
    rules: [],
  },
  {
    name: 'no label, and networks that cannot be read',
    metadata: { annotations: { 'k8s.v1.cni.cncf.io/networks': '[{' } },
    rules: [],
  },
  {
    name: 'an annotation where the label should be',
    metadata: { annotations: { [key]: 'bond-net1' } },
    rules: ['label-not-annotation'],
  },
  { name: 'the same, empty', metadata: { annotations: { [key]: '' } }, rules: ['label-not-annotation'] },
  {
    name: 'the same, beside other labels',
    metadata: { labels: { app: 'a' }, annotations: { [key]: 'x' } },
    rules: ['label-not-annotation'],
  },
]
for (const { name, metadata, spec, rules } of cases) {
  t.test(`${name}: nothing is planned, and ${rules.length === 0 ? 'nothing' : rules.join()} is said`, async t => {
    const pod = readPod(
      { metadata: { name: 'p', ...metadata }, spec: { containers: [{ name: 'a' }], ...spec } },
      'demo',
    )
    if (!pod) throw new Error('not read')
    const verdict = createPlanner(defaultPolicy)(pod, new NetworkTable())
    t.match(verdict, { kind: 'nothing-to-do', reason: 'no-label' })
    t.strictSame(
      verdict.warnings.map(({ rule }) => rule),
      rules,
    )
  })
}

t.test('a site can have it silent', async t => {
  const metadata = { name: 'p', annotations: { [key]: 'bond-net1' } }
  const pod = readPod({ metadata, spec: { containers: [{ name: 'a' }] } }, 'demo')
  if (!pod) throw new Error('not read')
  const severities = new Map([['label-not-annotation', 'off'] as const])
  t.strictSame(createPlanner({ ...defaultPolicy, severities })(pod, new NetworkTable()).warnings, [])
})
