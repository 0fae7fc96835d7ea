import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { callWebhook } from '../../scripts/demo/admission-call.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { NO_COLOR: _, INIT_CWD: __, ...environment } = process.env

// What `npm run demo` and `npm start` do first. This is the only test that builds or runs dist/.
await promisify(execFile)(process.execPath, ['scripts/build.mjs'], { cwd: root })

function script(name: string, args: readonly string[], cwd: string) {
  return spawn(process.execPath, [join(root, 'scripts', name), ...args], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function demo(args: readonly string[] = [], cwd = root) {
  const running = script('demo.mjs', args, cwd)
  let [stdout, stderr] = ['', '']
  running.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  running.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(running, 'close')) as [number | null]
  return { code, stdout, stderr }
}

const podYaml =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: mine\n  labels: {bond-injector.io/bond: my-bond}\nspec:\n  containers: [{name: app}]\n'
const config = '{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","links":[]}'
const bondYaml = `apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: {name: my-bond}\nspec: {config: '${config}'}\n`
const dir = t.testdir({
  'pod.yaml': podYaml,
  'two.yaml': `${podYaml}---\n${podYaml}`,
  'plain.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {generateName: web-}\nspec: {containers: [{name: app}]}\n',
  'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: x}\n',
  'broken.yaml': 'kind: Pod\nmetadata: [\n',
  nads: { 'bond.yaml': bondYaml },
  broken: { 'bond.yaml': bondYaml.replace("'{", '5 #') },
})

t.test('the main job: what changes in the pod as a diff, then a pod that is refused as kubectl prints it', async t => {
  const { code, stdout, stderr } = await demo()
  t.equal(code, 0)
  t.equal(stderr, '')
  t.match(stdout, /^bond-injector serves https:\/\/127\.0\.0\.1:\d+ and knows the networks in examples\/openshift,/)
  t.match(
    stdout,
    /^CREATE pod demo\/bondpod1 with bond-injector\.io\/bond: bond-net1 \(examples\/pod\.yaml\): allowed$/m,
  )
  t.match(stdout, /^\+ {4}k8s\.v1\.cni\.cncf\.io\/networks: sriovnet1@net1,sriovnet2@net2,bond-net1@bond0$/m)
  t.match(stdout, /^\+ {8}limits:\n\+ {10}openshift\.io\/\S+: "1"\n\+ {10}openshift\.io\/\S+: "1"$/m)
  t.match(stdout, /^The Pod "bondpod-no-failovermac" is invalid: demo\/\S+ spec\.config\.failOverMac: missing/m)
  t.notMatch(stdout, /\u001b/, 'no colours where nobody looks at them')
  const url = /https:\S+/.exec(stdout)?.[0] ?? ''
  await t.rejects(fetch(url), { cause: { code: 'ECONNREFUSED' } }, 'and the server is gone')
})

t.test("the reader's own files, from where the reader stands: refused is exit code 1", async t => {
  const { code, stdout } = await demo(['pod.yaml', 'nads'], dir)
  t.equal(code, 1)
  t.match(stdout, /^CREATE pod default\/mine with bond-injector\.io\/bond: my-bond \(.+\/pod\.yaml\): refused$/m)
  t.match(stdout, /^The Pod "mine" is invalid:\n\* default\/my-bond spec\.config\.links: /m)
})

t.test('a pod that is none of our business', async t => {
  const { code, stdout } = await demo(['plain.yaml', 'nads'], dir)
  t.equal(code, 0)
  t.match(
    stdout,
    /^CREATE pod default\/web- without the label bond-injector\.io\/bond \(.+\): allowed\n\nThe pod stays as it is\.$/m,
  )
})

const wrong = [
  { name: 'a pod only', args: ['pod.yaml'], stderr: /^demo: expected nothing, or a pod and a directory of networks: / },
  { name: 'a flag', args: ['--help'], stderr: /^demo: expected nothing, or a pod and a directory of networks: / },
  { name: 'a pod that does not exist', args: ['none.yaml', 'nads'], stderr: /^demo: cannot be read: .+none\.yaml'\n$/ },
  { name: 'YAML that is none', args: ['broken.yaml', 'nads'], stderr: /^demo: .+\/broken\.yaml:2:11: / },
  {
    name: 'another object',
    args: ['service.yaml', 'nads'],
    stderr: /^demo: .+\/service\.yaml: expected a pod, found Service\n$/,
  },
  { name: 'two pods', args: ['two.yaml', 'nads'], stderr: /^demo: .+\/two\.yaml: expected one pod, found 2\n$/ },
  {
    name: 'networks that do not exist',
    args: ['pod.yaml', 'none'],
    stderr: /^bond-injector serve: .+\/none: does not exist.+\ndemo: the webhook did not start/,
  },
  {
    name: 'networks that are broken',
    args: ['pod.yaml', 'broken'],
    stderr: /^bond-injector serve: .+\/bond\.yaml:4:\d+: .+\ndemo: the webhook did not start/,
  },
]
for (const { name, args, stderr } of wrong) {
  t.test(`wrong input is a sentence and exit code 2: ${name}`, async t => {
    const ended = await demo(args, dir)
    t.equal(ended.code, 2)
    t.match(ended.stderr, stderr)
  })
}

t.test('npm start serves until it is stopped, and the line it prints works', async t => {
  const running = script('start.mjs', ['--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0'], dir)
  t.teardown(() => running.kill('SIGKILL'))
  let stdout = ''
  for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
    stdout += chunk.toString()
    if (stdout.includes('/readyz')) break
  }
  const [, ca = '', review = '', url = ''] = /curl --cacert (\S+) .+ --data @(\S+) (https:\S+)/.exec(stdout) ?? []
  // As curl would; not every machine has it.
  const answer = await callWebhook(url, readFileSync(ca, 'utf8'), JSON.parse(readFileSync(review, 'utf8')) as object)
  t.match(answer, { allowed: true, patchType: 'JSONPatch' })
  running.kill('SIGTERM')
  t.same(await once(running, 'exit'), [0, null])
  await t.rejects(fetch(url), { cause: { code: 'ECONNREFUSED' } })
})
