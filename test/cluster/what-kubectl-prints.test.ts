import t from 'tap'
import { examplesIn } from './example-files.ts'
import { labelledPod } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { bondConfig, storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const namespace = 'prints'
const { webhook } = await registeredInjector(t, cluster, namespace)
await cluster.kubectl(['apply', '-f', '-'], {
  stdin: [examplesIn(namespace, 'openshift/*.yaml'), examplesIn(namespace, 'refused/bond-*.yaml')].join('\n---\n'),
})
const networks = storedNetworks(cluster, namespace)
await networks.createBond('pinned', { 'bond-injector.io/links': 'sriovnet1, sriovnet2' })
await networks.create('twice-wrong', bondConfig.replace('"failOverMac":1', '"mtu":60'))

const podOf = (bond: string) => JSON.stringify(labelledPod({ namespace, name: 'podbonding' }, bond))
const mtu =
  'prints/twice-wrong spec.config.mtu: 60, but the least is 68 (Bond CNI: invalid bond MTU value (60), should be 68 or bigger). Use 1500, or 9000 where the links have it, or leave mtu out [bond-injector mtu-minimum]'
const failOverMac =
  'spec.config.failOverMac: missing, but mode active-backup needs it. Set "failOverMac": 1 [bond-injector fail-over-mac-required]'

// The wording of each rule is pinned in docs/rules.md; here it is what kubectl makes of it, once for each shape.
const cases = [
  {
    name: 'one finding',
    stdin: examplesIn(namespace, 'refused/pod-*.yaml'),
    code: 1,
    stderr: `The Pod "bondpod-no-failovermac" is invalid: prints/bond-no-failovermac ${failOverMac}\n`,
  },
  {
    name: 'several findings, each on its line',
    stdin: podOf('twice-wrong'),
    code: 1,
    stderr: `The Pod "podbonding" is invalid: \n* ${mtu}\n* prints/twice-wrong ${failOverMac}\n`,
  },
  {
    name: 'a name that is nearly right',
    stdin: podOf('bond-net'),
    code: 1,
    stderr:
      'The Pod "podbonding" is invalid: pod metadata.labels[bond-injector.io/bond]: there is no network attachment definition prints/bond-net. Did you mean bond-net1? [bond-injector bond-network-exists]\n',
  },
  {
    name: 'a pod that has no name yet',
    stdin: podOf('bond-net').replace('"name":"podbonding"', '"generateName":"podbonding-"'),
    code: 1,
    stderr:
      'The Pod "podbonding-" is invalid: pod metadata.labels[bond-injector.io/bond]: there is no network attachment definition prints/bond-net. Did you mean bond-net1? [bond-injector bond-network-exists]\n',
  },
  {
    name: 'a warning, whole and on one line',
    stdin: podOf('bond-net1'),
    code: 0,
    stderr:
      'Warning: pod label bond: links of bond-net1 found by discovery. Set bond-injector.io/links: sriovnet1,sriovnet2 on bond-net1 [bond-injector links-by-discovery]\n',
  },
  { name: 'nothing where there is nothing to say', stdin: podOf('pinned'), code: 0, stderr: '' },
]
for (const { name, stdin, code, stderr } of cases) {
  t.test(`kubectl prints ${name}`, async t => {
    const result = await cluster.kubectl(['create', '--dry-run=server', '-f', '-'], { stdin })
    t.equal(result.stderr, stderr)
    t.equal(result.code, code)
  })
}

t.test('the event of a ReplicaSet whose pods are refused: the first finding, and how many more', async t => {
  const labels = { app: 'refused', 'bond-injector.io/bond': 'twice-wrong' }
  const { spec } = labelledPod({ namespace, name: '' }, '')
  const replicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'refused', namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  }
  await cluster.kubectl(['create', '-f', '-'], { stdin: JSON.stringify(replicaSet) })
  const line = await until('an event', async () => {
    const { stdout } = await cluster.kubectl(['get', 'events', '--namespace', namespace, '--no-headers'])
    return stdout.split('\n').find(event => event.includes('replicaset/refused'))
  })
  const [, message] = /FailedCreate\s+replicaset\/refused\s+(.*)/.exec(line) ?? []
  // The dots are kubectl's: there are more lines.
  t.equal(message, `Error creating: admission webhook "${webhook}" denied the request: ${mtu} (and 1 more)...`)
})
