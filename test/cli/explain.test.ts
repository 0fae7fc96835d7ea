import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { bondInjectorHere } from './command-line.ts'

const examples = join(import.meta.dirname, '..', '..', 'examples')
const networks = join(examples, 'openshift')
const pod = join(examples, 'pod.yaml')

/** Without the breaks of lines of 80 columns. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

t.test('a pod, step by step', async t => {
  const { code, stdout, stderr } = await bondInjectorHere(['explain', '-f', pod, '-f', networks])
  t.equal(stderr, '')
  t.equal(code, 0)
  t.equal(
    stdout,
    `pod demo/bondpod1: the webhook completes it

1. Label
   bond-injector.io/bond: "bond-net1" names the bond network, in the namespace
   of the pod.

2. Bond
   bond0 is demo/bond-net1, mode active-backup; its config asks for the links
   net1, net2.

3. Links
   Of bond0: row 4, nobody says so: they are the SR-IOV networks of namespace
   demo, in the order of their names.
     net1  demo/sriovnet1
     net2  demo/sriovnet2

4. Networks of the pod, in this order
     net1   demo/sriovnet1  link  added  openshift.io/port0
     net2   demo/sriovnet2  link  added  openshift.io/port1
     bond0  demo/bond-net1  bond  added

5. Devices
   openshift.io/port0: 1 needed, 0 requested; container podexample is given 1 in
     all
   openshift.io/port1: 1 needed, 0 requested; container podexample is given 1 in
     all

6. Rules
   warning: pod metadata.labels[bond-injector.io/bond]: links of bond-net1 found
       by discovery
     why: The networks were found because the namespace has exactly as many
       SR-IOV networks as the bond has links. One more network, and the next pod
       is refused.
     fix: Set bond-injector.io/links: sriovnet1,sriovnet2 on bond-net1
     rule: links-by-discovery (advice)

7. What it carries
   No bond-injector.io/status: it has not been through the webhook, which
   completes a pod only when it is made.
`,
  )
})

interface Case {
  readonly name: string
  readonly edit: (completed: string) => string
  readonly said: readonly string[]
  readonly code?: number
}

const completed = await bondInjectorHere(['inject', '-f', pod, '-f', networks])
const cases: readonly Case[] = [
  {
    name: 'a completed pod',
    edit: text => text,
    said: ['complete, the webhook has nothing to add', 'says the same as what was worked out here'],
  },
  {
    name: 'a link that was replaced since',
    edit: text => text.replace('sriovnet2@net2', 'sriovnet1@net2'),
    said: [
      'completed once, and not what it would be made now',
      'net2 of demo/bond-net1: the status annotation says demo/sriovnet2; worked out anew it is demo/sriovnet1.',
      'rule: attachments-kept',
    ],
  },
  {
    name: 'a status annotation that is none',
    edit: text => text.replace(/bond-injector.io\/status: .*/, 'bond-injector.io/status: done'),
    said: ['bond-injector.io/status is there, but is none of ours.'],
  },
  {
    name: 'another bond network in the label',
    edit: text => text.replace('bond-injector.io/bond: bond-net1', 'bond-injector.io/bond: bond-net2'),
    said: [
      'pod demo/bondpod1: refused',
      'it was completed once; made anew now it would be refused.',
      'rule: bond-network-exists',
    ],
    code: 1,
  },
  {
    name: 'a finding that is set aside',
    edit: text =>
      text.replace('annotations:', 'annotations:\n    bond-injector.io/ignore: "links-by-discovery: we know"'),
    said: ['ignored: pod metadata.labels[bond-injector.io/bond]: links-by-discovery: we know'],
  },
  {
    name: 'no label',
    edit: text => text.replace('bond-injector.io/bond: bond-net1', 'app: web'),
    said: ['nothing is done, it has no label', 'Without it nothing happens, whatever annotations say.'],
  },
]
for (const { name, edit, said, code = 0 } of cases) {
  t.test(`text: ${name}`, async t => {
    const file = join(t.testdir({ 'pod.yaml': edit(completed.stdout) }), 'pod.yaml')
    const { stdout, ...ended } = await bondInjectorHere(['explain', '-f', file, '-f', networks])
    t.strictSame(ended, { code, stderr: '' })
    for (const text of said) t.ok(flat(stdout).includes(text), text)
    for (const line of stdout.split('\n')) t.ok(line.length <= 80, line)
  })
}

t.test('json: a list with an explanation for each pod and workload', async t => {
  const { code, stdout } = await bondInjectorHere(['explain', '-f', examples, '-f', networks, '-o', 'json'])
  t.equal(code, 0)
  t.match(JSON.parse(stdout), [
    {
      object: { kind: 'Pod', namespace: 'demo', name: 'bondpod1' },
      outcome: 'completes',
      bonds: [{ linksFrom: 'author' }],
    },
    { label: 'bond-net1', bonds: [{ interface: 'bond0', linksFrom: 'discovery' }], carried: { status: 'absent' } },
  ])
})

t.test('json: settings of the site count', async t => {
  const flags = ['--discovery=off', '-f', pod, '-f', networks, '-o', 'json']
  const { code, stdout } = await bondInjectorHere(['explain', ...flags])
  t.equal(code, 1)
  t.match(JSON.parse(stdout), [
    { outcome: 'refused', bonds: [{ linksFrom: null }], findings: [{ rule: 'links-known' }] },
  ])
})

t.test('a file that cannot be read is told of, and the rest is explained', async t => {
  const { code, stdout, stderr } = await bondInjectorHere(['explain', '-f', pod, '-f', networks, '-f', 'nowhere.yaml'])
  t.equal(code, 2)
  t.equal(stderr, 'nowhere.yaml: error: does not exist. Check the path\n')
  t.match(stdout, /^pod demo\/bondpod1/)
})

t.test('-n is the namespace of what names none', async t => {
  const text = readFileSync(pod, 'utf8').replace(/^ +namespace:.*\n/m, '')
  const file = join(t.testdir({ 'pod.yaml': text }), 'pod.yaml')
  t.match(await bondInjectorHere(['explain', '-f', file, '-n', 'elsewhere']), { stdout: /^pod elsewhere\/bondpod1/ })
  t.match(await bondInjectorHere(['explain', '-f', file]), { stdout: /^pod default\/bondpod1/ })
})

t.test('nothing to explain', async t => {
  const stderr = 'bond-injector explain: nothing to explain: give KIND/NAME, such as pod/web, or files with -f\n'
  t.same(await bondInjectorHere(['explain']), { code: 2, stdout: '', stderr })
})

t.test('a kubeconfig that is none', async t => {
  const kubeconfig = join(t.testdir(), 'none')
  for (const command of ['explain', 'inject', 'lint']) {
    const { code, stdout, stderr } = await bondInjectorHere([command, '-f', pod, '--kubeconfig', kubeconfig])
    t.equal(code, 2)
    t.equal(stdout, '')
    t.ok(stderr.startsWith(`bond-injector ${command}: --kubeconfig ${kubeconfig}: ENOENT`), stderr)
  }
})
