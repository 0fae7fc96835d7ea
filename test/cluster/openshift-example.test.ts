import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { example } from './example-files.ts'
import { memberOf } from './json-member.ts'
import { networksKey, statusKey } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const namespace = 'demo'
const root = join(import.meta.dirname, '..', '..')

// The program as it is shipped: one file, with the client library bundled.
// Built in a folder of its own: dist/ may be in use, or being written by somebody else.
const folder = t.testdir({ src: t.fixture('symlink', join(root, 'src')) })
execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: folder })
await registeredInjector(t, cluster, namespace, { program: join(folder, 'dist', 'bond-injector.mjs') })

const devices = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }
const pods = [
  {
    file: 'pod.yaml',
    annotation: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    linksFrom: 'discovery',
    warns: 'links-by-discovery',
  },
  {
    file: 'pod-openshift-page.yaml',
    annotation: 'demo/sriovnet1@net1, demo/sriovnet2@net2, demo/bond-net1@bond0',
    linksFrom: 'author',
    warns: 'interface-renamed',
  },
]
const ways = [
  { name: 'a dry run', args: ['apply', '--dry-run=server'], said: 'pod/bondpod1 created (server dry run)\n' },
  { name: 'create', args: ['create'], said: 'pod/bondpod1 created\n' },
  { name: 'apply', args: ['apply'], said: 'pod/bondpod1 created\n' },
  { name: 'server-side apply', args: ['apply', '--server-side'], said: 'pod/bondpod1 serverside-applied\n' },
]

t.test('the networks and the pod in one apply', async t => {
  t.teardown(removePod)
  const { code, stdout } = await cluster.kubectl(['apply', '-f', example('openshift'), '-f', example('pod.yaml')])
  t.equal(code, 0)
  t.match(stdout, /bond-net1 created\n.*sriovnet1 created\n.*sriovnet2 created\npod\/bondpod1 created\n$/)
  t.equal(memberOf(await storedPod(), 'metadata', 'annotations', networksKey), pods[0]?.annotation)
})

for (const { file, annotation, linksFrom, warns } of pods) {
  for (const { name, args } of ways) {
    t.test(`${file} by ${name}`, async t => {
      t.teardown(removePod)
      const result = await cluster.kubectl([...args, '-o', 'yaml', '-f', example(file)])
      t.equal(result.code, 0)
      t.match(result.stderr, new RegExp(`^Warning: .*\\[bond-injector ${warns}\\]\n$`))
      const pod: unknown = parse(result.stdout)
      const annotations = (key: string) => memberOf(pod, 'metadata', 'annotations', key)
      t.equal(annotations(networksKey), annotation)
      t.same(JSON.parse(String(annotations(statusKey))), {
        version: 1,
        bonds: [
          {
            interface: 'bond0',
            network: 'demo/bond-net1',
            linksFrom,
            links: [
              { interface: 'net1', network: 'demo/sriovnet1' },
              { interface: 'net2', network: 'demo/sriovnet2' },
            ],
          },
        ],
      })
      t.same(memberOf(pod, 'spec', 'containers', 0, 'resources'), { requests: devices, limits: devices })
      t.equal((await storedPod()) !== undefined, name !== 'a dry run', 'only a dry run stores nothing')
    })
  }
}

t.test('what kubectl says is what it says without a webhook', async t => {
  for (const { args, said } of ways) {
    const result = await cluster.kubectl([...args, '-f', example('pod.yaml')])
    t.equal(result.stdout, said)
    await removePod()
  }
})

t.test('kubectl diff shows what will be injected', async t => {
  const { code, stdout } = await cluster.kubectl(['diff', '-f', example('pod.yaml')])
  t.equal(code, 1, 'differences')
  t.match(stdout, `\n+    ${networksKey}: ${pods[0]?.annotation ?? ''}\n`)
  t.match(stdout, /\n\+ {8}openshift\.io\/port0: "1"\n/)
  t.notOk(await storedPod())
})

for (const args of [['apply'], ['apply', '--server-side']]) {
  t.test(`after kubectl ${args.join(' ')} there is nothing left to do`, async t => {
    t.teardown(removePod)
    const file = ['-f', example('pod.yaml')]
    await cluster.kubectl([...args, ...file])
    const before = await storedPod()
    const diff = await cluster.kubectl(['diff', ...args.slice(1), ...file])
    t.same(diff, { code: 0, stdout: '', stderr: '' }, 'no difference')
    const second = await cluster.kubectl([...args, ...file])
    t.match(second, { code: 0, stderr: '' })
    if (args.length === 1) t.equal(second.stdout, 'pod/bondpod1 unchanged\n')
    t.match(memberOf(before, 'metadata', 'annotations', networksKey), /bond0/)
    const version = (pod: unknown) => memberOf(pod, 'metadata', 'resourceVersion')
    t.equal(version(await storedPod()), version(before), 'nothing was written')
  })
}

async function storedPod(): Promise<unknown> {
  const { status, body } = await cluster.request(`/api/v1/namespaces/${namespace}/pods/bondpod1`)
  return status === 200 ? JSON.parse(body) : undefined
}

async function removePod(): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods/bondpod1`
  await cluster.request(path, { method: 'DELETE' })
  await until('the pod is gone', async () => (await storedPod()) === undefined)
}
