import { join } from 'node:path'
import t, { type Test } from 'tap'
import { check } from '../../src/cli/check.ts'
import { given } from './check-evidence.ts'
import { fakeCheckCluster, kubeconfig, type FakeAnswer, type FakeRequest } from './fake-check-cluster.ts'

// The command around the verdict: what it asks, what it prints, its exit codes.

const refusal = (code: number, message: string): FakeAnswer => ({
  code,
  body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message },
})
const pods = '/api/v1/namespaces/demo/pods'
const configurations = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations'
const configuration = `${configurations}/bond-injector`
const service = '/api/v1/namespaces/inj/services/bond-injector'
const slices = '/apis/discovery.k8s.io/v1/namespaces/inj/endpointslices'
const createPods = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }
const webhook = (name: string, rule: object) => ({
  name,
  clientConfig: { service: { namespace: 'inj', name: 'bond-injector' }, caBundle: 'AA==' },
  rules: [rule],
  objectSelector: { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] },
})
const absent = 'there is no network attachment definition demo/x [bond-injector bond-network-exists]'

const registration = {
  metadata: { name: 'bond-injector' },
  webhooks: [webhook('pods.b.io', createPods), webhook('other.b.io', { ...createPods, resources: ['jobs'] })],
}

const working: Readonly<Record<string, FakeAnswer>> = {
  [`GET ${configuration}`]: {
    code: 200,
    body: registration,
  },
  [`GET ${configurations}`]: { code: 200, body: { items: [registration] } },
  'GET /api/v1/namespaces/demo': { code: 200, body: { metadata: { labels: {} } } },
  [`GET ${service}`]: { code: 200, body: { spec: { type: 'ClusterIP' } } },
  [`GET ${slices}`]: {
    code: 200,
    body: { items: [{ endpoints: [{ conditions: { ready: true } }, { conditions: { ready: false } }, {}] }, {}] },
  },
  [`POST ${pods} bond`]: { code: 201, body: given.created().pod },
  [`POST ${pods}`]: refusal(422, absent),
}
const forbidden = (what: string) => refusal(403, `${what} is forbidden`)

async function run(t: Test, config: string, flags: readonly string[] = []) {
  const file = join(t.testdir({ config }), 'config')
  let [stdout, stderr] = ['', '']
  const output = { stdout: (text: string) => void (stdout += text), stderr: (text: string) => void (stderr += text) }
  const usual = ['--namespace=demo', '--bond=bond', `--kubeconfig=${file}`]
  const code = await check.start([...usual, ...flags], {}, output)
  return { code, stdout, stderr, lines: stdout.split('\n') }
}

async function runBeside(t: Test, changes: Readonly<Record<string, FakeAnswer>>, flags: readonly string[] = []) {
  const asked: FakeRequest[] = []
  const answers = new Map(Object.entries({ ...working, ...changes }))
  const config = await fakeCheckCluster(t, request => {
    asked.push(request)
    const { method, path, bond } = request
    return (
      answers.get(`${method} ${path} ${bond ?? ''}`) ?? answers.get(`${method} ${path}`) ?? refusal(404, 'not found')
    )
  })
  return { ...(await run(t, config, flags)), asked }
}

t.test('all is well: a line for each link of the chain, exit code 0', async t => {
  const { code, stdout, stderr, asked } = await runBeside(t, {})
  t.equal(
    stdout,
    [
      'ok      dry run: this account may send pods to namespace demo',
      'ok      registration: pods.b.io of bond-injector is to be called for labelled pods of namespace demo',
      'ok      service: inj/bond-injector has 2 ready endpoints',
      'ok      call: the API server reaches the webhook and trusts its certificate',
      'ok      injection: a labelled pod comes back with vf1@net1,vf2@net2,bond@bond0 and 2 device requests',
      'ok      refusal: a pod that asks for a missing bond is refused [bond-network-exists]',
      'ok      order: no other webhook is called after bond-injector, and no known one before it',
      '',
    ].join('\n'),
  )
  t.equal(stderr, '')
  t.equal(code, 0)
  const posts = asked.filter(({ method }) => method !== 'GET')
  t.equal(posts.length, 2)
  for (const { method, path, query } of posts) {
    t.same([method, path, query.get('dryRun')], ['POST', pods, 'All'], 'nothing is changed')
  }
})

t.test('one link is broken: its line says what to do, exit code 1', async t => {
  const { code, lines } = await runBeside(t, { [`POST ${pods} bond`]: refusal(422, absent) })
  t.equal(code, 1)
  t.match(
    lines[4],
    /^FAILED {2}injection: the webhook answers, but there is no bond network demo\/bond .*\. Name a bond/,
  )
})

t.test('an answer of several lines is told in one', async t => {
  const { lines } = await runBeside(t, { [`POST ${pods}`]: refusal(403, 'quota:\n  exceeded') })
  t.match(lines[0], /^FAILED {2}dry run: .*quota: exceeded\. Remove/)
})

t.test('what may not be read is said, and no failure', async t => {
  const { code, lines } = await runBeside(t, {
    [`GET ${configuration}`]: forbidden('a'),
    'GET /api/v1/namespaces/demo': forbidden('b'),
  })
  t.equal(code, 0)
  t.equal(lines[1], '-       registration: could not be read (a is forbidden), so the pods alone tell')
  t.equal(lines[2], '-       service: not known which: name it with --service NAMESPACE/NAME')
})

const services: readonly { name: string; changes: Record<string, FakeAnswer>; line: string | RegExp }[] = [
  {
    name: 'a Service that may not be read',
    changes: { [`GET ${service}`]: forbidden('c') },
    line: '-       service: inj/bond-injector could not be read (c is forbidden)',
  },
  {
    name: 'endpoints that may not be read',
    changes: { [`GET ${slices}`]: forbidden('c') },
    line: 'ok      service: inj/bond-injector is there; its endpoints could not be read',
  },
  {
    name: 'an alias',
    changes: { [`GET ${service}`]: { code: 200, body: { spec: { type: 'ExternalName' } } } },
    line: "ok      service: inj/bond-injector is there, and gives another host's name",
  },
  {
    name: 'no ready endpoint, and yet an answer',
    changes: { [`GET ${slices}`]: { code: 200, body: { items: [] } } },
    line: '-       service: Service inj/bond-injector has no ready endpoints; but the webhook answers',
  },
  {
    name: 'one ready endpoint',
    changes: { [`GET ${slices}`]: { code: 200, body: { items: [{ endpoints: [{}] }] } } },
    line: 'ok      service: inj/bond-injector has 1 ready endpoint',
  },
]
for (const { name, changes, line } of services) {
  t.test(name, async t => {
    const { code, lines } = await runBeside(t, changes)
    t.equal(code, 0)
    t.equal(lines[2], line)
  })
}

t.test('--service and --mutating-webhook', async t => {
  const changes = { 'GET /api/v1/namespaces/x/services/y': forbidden('y') }
  const { code, lines } = await runBeside(t, changes, ['--service=x/y', '--mutating-webhook=z'])
  t.equal(code, 0)
  t.match(lines[1], /^- {7}registration: there is no MutatingWebhookConfiguration z, .*; but the webhook is called/)
  t.equal(lines[2], '-       service: x/y could not be read (y is forbidden)')
})

t.test('no API server: one sentence on stderr, exit code 2', async t => {
  t.match(await run(t, kubeconfig(1)), {
    code: 2,
    stdout: '',
    stderr: /^bond-injector check: the API server cannot be reached: .*\. Check --kubeconfig and --context\n$/,
  })
})

t.test('an API server that does not know the account: exit code 2', async t => {
  for (const path of [`GET ${configuration}`, `POST ${pods}`]) {
    t.match(await runBeside(t, { [path]: refusal(401, 'Unauthorized') }), {
      code: 2,
      stdout: '',
      stderr: /^bond-injector check: the API server does not know this account \(HTTP 401\)\. Renew its token/,
    })
  }
})

const wrong: readonly { flags: readonly string[]; stderr: string | RegExp }[] = [
  { flags: ['--bond=Bond'], stderr: /--bond.*more than once/ },
  {
    flags: ['--service=x'],
    stderr: '--service: expected NAMESPACE/NAME, such as bond-injector/bond-injector, found "x"\n',
  },
  { flags: ['--service=x/y/z'], stderr: /--service: expected NAMESPACE\/NAME/ },
  { flags: ['--context=none'], stderr: /there is no context "none" in the kubeconfig\n$/ },
  { flags: ['--servce=x/y'], stderr: /unknown flag --servce, did you mean --service\?\n$/ },
]
for (const { flags, stderr } of wrong) {
  t.test(`wrong use, exit code 2: ${flags.join(' ')}`, async t => {
    t.match(await run(t, kubeconfig(1), flags), { code: 2, stdout: '', stderr })
  })
}

t.test('a bond that no label can hold', async t => {
  let stderr = ''
  const code = await check.start(['--bond=a_b'], {}, { stdout: () => undefined, stderr: text => void (stderr += text) })
  t.equal(code, 2)
  t.match(stderr, /--bond: expected the name of a network \(.*\), found "a_b"\n$/)
})
