import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { bondInjector, bondInjectorHere } from './command-line.ts'
import { openshift } from './serving-program.ts'

const authority = await makeAuthority(new Date())
const [one, other] = [
  await authority.issue(['localhost'], new Date()),
  await authority.issue(['localhost'], new Date()),
]
const local = ['serve', '--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0', '--log-level=silent']
const good = [...local, `--manifests=${openshift}`]

const nad =
  'apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: {name: a}\nspec:\n  config: 5\n'
const dir = t.testdir({
  empty: {},
  broken: { 'a.yaml': nad, 'b.yaml': 'kind: [\n', 'c.txt': '[' },
  'tls.crt': one.cert,
  'tls.key': one.key,
  'other.key': other.key,
  'text.crt': 'hello',
})
const path = (name: string) => join(dir, name)

const cases: readonly { name: string; args: readonly string[]; stderr: readonly (string | RegExp)[] }[] = [
  {
    name: 'manifests that do not exist',
    args: [...local, `--manifests=${path('none')}`],
    stderr: [`${path('none')}: does not exist. Check the path`],
  },
  {
    name: 'a directory without a manifest',
    args: [...local, `--manifests=${path('empty')}`],
    stderr: [new RegExp(`^${path('empty')}: the directory has no \\.yaml, \\.yml or \\.json file\\.`)],
  },
  {
    name: 'manifests that cannot be read: every one, with line and column',
    args: [...local, `--manifests=${path('broken')}`],
    stderr: [
      new RegExp(`^${path('broken/b.yaml')}:1:7: .+`),
      new RegExp(`^${path('broken/a.yaml')}:5:11: spec\\.config .+`),
    ],
  },
  {
    name: 'a certificate that does not exist',
    args: [...good, `--tls-cert=${path('none.crt')}`, `--tls-key=${path('tls.key')}`],
    stderr: [`the certificate ${path('none.crt')} cannot be read (no such file or directory)`],
  },
  {
    name: 'a key that does not exist',
    args: [...good, `--tls-cert=${path('tls.crt')}`, `--tls-key=${path('none.key')}`],
    stderr: [`the key ${path('none.key')} cannot be read (no such file or directory)`],
  },
  {
    name: 'a certificate that is none',
    args: [...good, `--tls-cert=${path('text.crt')}`, `--tls-key=${path('tls.key')}`],
    stderr: [`the certificate is not a PEM certificate (${path('text.crt')}, ${path('tls.key')})`],
  },
  {
    name: 'a key of another certificate',
    args: [...good, `--tls-cert=${path('tls.crt')}`, `--tls-key=${path('other.key')}`],
    stderr: [`the key does not belong to the certificate (${path('tls.crt')}, ${path('other.key')})`],
  },
  {
    name: 'manifests and certificate both: both are told',
    args: [...local, `--manifests=${path('none')}`, `--tls-cert=${path('text.crt')}`, `--tls-key=${path('tls.key')}`],
    stderr: [/does not exist/, /^the certificate is not a PEM certificate/],
  },
  {
    name: 'an authority that cannot be written',
    args: [...good, `--ca-out=${path('none/ca.pem')}`],
    stderr: [/^--ca-out: .+none\/ca\.pem cannot be written \(no such file or directory\)$/],
  },
  {
    name: 'an address that is not of this machine',
    args: [
      'serve',
      `--manifests=${openshift}`,
      '--listen=192.0.2.1:8443',
      '--ops-listen=127.0.0.1:0',
      '--log-level=silent',
    ],
    stderr: ['--listen: 192.0.2.1:8443 is not an address of this machine'],
  },
]
for (const { name, args, stderr } of cases) {
  t.test(`cannot start, says why and ends with exit code 2: ${name}`, async t => {
    const ended = await bondInjectorHere(args)
    t.equal(ended.code, 2)
    t.equal(ended.stdout, '')
    const lines = ended.stderr.trimEnd().split('\n')
    t.equal(lines.length, stderr.length, ended.stderr)
    for (const [index, expected] of stderr.entries()) {
      const line = lines[index] ?? ''
      t.ok(line.startsWith('bond-injector serve: '), line)
      t.match(line.replace('bond-injector serve: ', ''), expected)
    }
  })
}

t.test('ports in use: both are told, and what the other process has published stays', async t => {
  const taken = createServer().listen(0, '127.0.0.1')
  t.teardown(() => taken.close())
  await once(taken, 'listening')
  const address = `127.0.0.1:${(taken.address() as AddressInfo).port}`
  const folder = t.testdir({ 'ca.pem': 'of the other' })
  const ports = [`--listen=${address}`, `--ops-listen=${address}`]
  const ended = await bondInjector([
    'serve',
    `--manifests=${openshift}`,
    ...ports,
    `--ca-out=${join(folder, 'ca.pem')}`,
  ])
  t.equal(ended.code, 2)
  t.equal(
    ended.stderr,
    `bond-injector serve: --listen: ${address} is in use\nbond-injector serve: --ops-listen: ${address} is in use\n`,
  )
  t.equal(readFileSync(join(folder, 'ca.pem'), 'utf8'), 'of the other')
})

t.test('one port in use: the other one is not kept', async t => {
  const taken = createServer().listen(0, '127.0.0.1')
  t.teardown(() => taken.close())
  await once(taken, 'listening')
  const address = `127.0.0.1:${(taken.address() as AddressInfo).port}`
  const ended = await bondInjectorHere([...good.filter(arg => !arg.startsWith('--ops')), `--ops-listen=${address}`])
  t.same(ended, { code: 2, stdout: '', stderr: `bond-injector serve: --ops-listen: ${address} is in use\n` })
})

const secret = '--tls-secret=net/pair'
const files = ['--tls-cert=tls.crt', '--tls-key=tls.key']
const contradictions: readonly { args: readonly string[]; stderr: string }[] = [
  {
    args: [secret],
    stderr:
      '--tls-secret needs --tls-name: the name under which the API server calls, such as bond-injector.NAMESPACE.svc',
  },
  { args: [secret, ...files], stderr: '--tls-secret excludes --tls-cert: the certificate is in a Secret or in files' },
  {
    args: [secret, '--ca-out=ca.pem'],
    stderr: '--ca-out excludes --tls-secret: the authority is ca.crt in that Secret',
  },
  { args: [secret, '--manifests=nads'], stderr: '--tls-secret excludes --manifests: it needs a cluster' },
  {
    args: [...files, '--tls-ca=ca.crt', '--manifests=nads'],
    stderr: '--tls-ca excludes --manifests: it needs a cluster',
  },
  {
    args: ['--mutating-webhook=x', '--manifests=nads'],
    stderr: '--mutating-webhook excludes --manifests: it needs a cluster',
  },
  { args: ['--tls-ca=ca.crt'], stderr: '--tls-ca is given without --tls-cert' },
  { args: ['--tls-cert=tls.crt'], stderr: '--tls-cert is given without --tls-key' },
  {
    args: ['--mutating-webhook=x'],
    stderr: '--mutating-webhook needs --tls-secret or --tls-ca: what its caBundle must hold',
  },
  {
    args: [...files, '--validating-webhook=x'],
    stderr: '--validating-webhook needs --tls-secret or --tls-ca: what its caBundle must hold',
  },
  { args: ['--tls-secret=pair'], stderr: '--tls-secret: expected NAMESPACE/NAME, found "pair"' },
  { args: ['--tls-secret=Net/pair'], stderr: '--tls-secret: expected NAMESPACE/NAME, found "Net/pair"' },
  { args: ['--tls-secret=net/pair/x'], stderr: '--tls-secret: expected NAMESPACE/NAME, found "net/pair/x"' },
  { args: ['--tls-secret=net/../x'], stderr: '--tls-secret: expected NAMESPACE/NAME, found "net/../x"' },
]
for (const { args, stderr } of contradictions) {
  t.test(`refused: ${args.join(' ')}`, async t => {
    const ended = await bondInjectorHere(['serve', ...args])
    t.equal(ended.code, 2)
    t.match(ended.stderr, `bond-injector serve: ${stderr}\n`)
  })
}

t.test('no cluster for networks and certificate: told once', async t => {
  const ended = await bondInjectorHere([...local, `--kubeconfig=${path('none')}`, secret, '--tls-name=hook.net.svc'])
  t.equal(ended.code, 2)
  t.match(ended.stderr, /^bond-injector serve: --kubeconfig .+none: [^\n]+\n$/)
})
