import t from 'tap'
import { examplesIn } from './example-files.ts'
import { containers } from './labelled-pod.ts'
import { networkAttachmentDefinition } from './network-attachment-definition.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { bondConfig } from './stored-networks.ts'

const cluster = sharedCluster()
const namespace = 'validating'
await registeredInjector(t, cluster, namespace, { validates: ['networks', 'workloads'] })

const apply = (object: unknown, ...more: readonly string[]) =>
  cluster.kubectl(['apply', ...more, '-f', '-'], {
    stdin: typeof object === 'string' ? object : JSON.stringify(object),
  })
const bond = (name: string, config: string) => networkAttachmentDefinition({ namespace, name }, config)

t.test('the objects of the OpenShift page are made, with advice and without a refusal', async t => {
  const { code, stderr } = await apply(examplesIn(namespace, 'openshift/*.yaml'))
  t.equal(code, 0, stderr)
  t.match(stderr, /Warning: validating\/bond-net1 spec\.config\.ipam\.type: /)
})

t.test('a bond that Bond CNI refuses to load cannot be made', async t => {
  for (const dryRun of [['--dry-run=server'], []]) {
    const { code, stderr } = await apply(
      bond('wrong', bondConfig.replace('active-backup', 'active-backupp')),
      ...dryRun,
    )
    t.equal(code, 1)
    t.match(stderr, /^The NetworkAttachmentDefinition "wrong" is invalid: validating\/wrong spec\.config\.mode: /)
    t.match(stderr, /\[bond-injector mode-known\]/)
  }
})

t.test('what documentation alone requires is a warning', async t => {
  const { code, stderr } = await apply(bond('documented', bondConfig.replace('"failOverMac":1,', '')))
  t.equal(code, 0)
  t.match(
    stderr,
    /^Warning: validating\/documented spec\.config\.failOverMac: missing, but mode active-backup needs it/,
  )
})

t.test('a network that is bad already can be labelled and deleted', async t => {
  const of = ['net-attach-def', 'documented', '--namespace', namespace]
  t.match(await cluster.kubectl(['label', ...of, 'team=a']), { code: 0, stderr: '' })
  t.match(await cluster.kubectl(['delete', ...of]), { code: 0, stderr: '' })
})

function deployment(label: string, replicas = 0): object {
  const labels = { app: 'web', 'bond-injector.io/bond': label }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels }, spec: { containers } },
    },
  }
}

t.test('the author of a Deployment sees what its pods will get', async t => {
  const { code, stderr } = await apply(deployment('bond-net1'))
  t.equal(code, 0, stderr)
  t.match(
    stderr,
    /Warning: deployment spec\.template: its pods get sriovnet1@net1,sriovnet2@net2,bond-net1@bond0, and request openshift\.io/,
  )
})

t.test('scaling it says nothing new', async t => {
  t.match(await apply(deployment('bond-net1', 1)), { code: 0, stderr: '' })
})

t.test('the author of a Deployment whose pods will be refused is warned before they are', async t => {
  const { code, stderr } = await apply(deployment('bond-net'))
  t.equal(code, 0)
  t.match(stderr, /Warning: deployment spec\.template label bond: its pods will be refused: /)
  t.match(stderr, /Did you mean bond-net1\?/)
})
