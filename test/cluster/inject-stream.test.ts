import { join } from 'node:path'
import t from 'tap'
import { bondInjectorHere } from '../cli/command-line.ts'
import { memberOf } from './json-member.ts'
import { serverDryRun } from './server-dry-run.ts'
import { sharedCluster } from './shared-cluster.ts'
import { bondConfig } from './stored-networks.ts'
import { networkAttachmentDefinition } from './network-attachment-definition.ts'

const cluster = sharedCluster()
const namespace = 'inject-stream'
await cluster.createNamespace(namespace)

const labels = { 'bond-injector.io/bond': 'bond-net1' }
const spec = { containers: [{ name: 'app', image: 'example.com/app' }] }
const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, labels }, spec })
const list = (...items: readonly unknown[]) => ({ apiVersion: 'v1', kind: 'List', items })
const yamlPod = (name: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {bond-injector.io/bond: bond-net1}
spec:
  containers:
  - name: app
    image: example.com/app
`
const link = (name: string, resource: string) =>
  networkAttachmentDefinition(
    { namespace, name, annotations: { 'k8s.v1.cni.cncf.io/resourceName': resource } },
    '{"cniVersion":"1.0.0","type":"sriov"}',
  )
const bond = networkAttachmentDefinition(
  { namespace, name: 'bond-net1', annotations: { 'bond-injector.io/links': 'sriovnet1,sriovnet2' } },
  bondConfig,
)

/** Files by the ways in which their ends and beginnings meet. */
const files = {
  yaml: yamlPod('yaml'),
  'crlf-without-end': yamlPod('crlf-without-end').trimEnd().replaceAll('\n', '\r\n'),
  'byte-order-mark': `\uFEFF${yamlPod('byte-order-mark')}`,
  'mark-and-separator': `\uFEFF---\n${yamlPod('mark-and-separator')}`,
  'json-without-end': JSON.stringify(pod('json-without-end')),
  'json-on-one-line': `${JSON.stringify(pod('json-one'))}${JSON.stringify(pod('json-two'))}`,
  'json-on-lines': `${JSON.stringify(pod('json-three'), null, 4)}\n${JSON.stringify(pod('json-four'), null, 4)}\n`,
  'json-list': JSON.stringify(list(pod('listed-one'), pod('listed-two')), null, 2),
  'yaml-list': `apiVersion: v1\nkind: List\nitems:\n- ${yamlPod('listed-three').trimEnd().replaceAll('\n', '\n  ')}`,
  separators: `---\n---\n${yamlPod('separated')}---\n# nothing\n---\n`,
  'separator-at-the-end': `${yamlPod('before-separator')}---`,
  'comment-at-the-end': `${yamlPod('before-comment')}# the end`,
  'separator-with-comment': `--- # first\n${yamlPod('behind-comment')}`,
  'literal-at-the-end': `${yamlPod('literal')}    command:\n    - |+\n      sleep\n\n\n`,
  'json-behind-yaml': `${yamlPod('before-json')}---\n${JSON.stringify(pod('behind-yaml'))}`,
} as const satisfies Readonly<Record<string, string>>

const names = Object.keys(files)
const folder = t.testdir({
  ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text])),
  'networks.json': JSON.stringify(list(link('sriovnet1', 'example.com/a'), link('sriovnet2', 'example.com/b'), bond)),
})

async function injected(...given: readonly string[]): Promise<string> {
  const paths = [...given, 'networks.json'].flatMap(name => ['-f', join(folder, name)])
  const { code, stdout, stderr } = await bondInjectorHere(['inject', '-n', namespace, ...paths])
  if (code !== 0) throw new Error(`${given.join()}: ${stderr}`)
  return stdout
}

const kubectlReads = async (text: string) => serverDryRun(cluster, namespace, text)

const alone = new Map<string, readonly unknown[]>()

for (const name of names)
  t.test(`kubectl reads what inject prints of ${name}`, async t => {
    const { code, objects, stderr } = await kubectlReads(await injected(name))
    t.equal(code, 0, stderr)
    t.ok(objects.length > 0)
    for (const object of objects)
      t.match(memberOf(object, 'metadata', 'annotations'), { 'bond-injector.io/status': /bond0/ })
    alone.set(name, objects)
  })

t.test('kubectl reads every object of all files as one stream, in their order', async t => {
  const { code, objects, stderr } = await kubectlReads(await injected(...names))
  t.equal(code, 0, stderr)
  t.strictSame(objects, [...alone.values()].flat())
})

t.test('and of the files in the opposite order', async t => {
  const reversed = names.toReversed()
  const { objects } = await kubectlReads(await injected(...reversed))
  t.strictSame(
    objects,
    reversed.flatMap(name => alone.get(name) ?? []),
  )
})
