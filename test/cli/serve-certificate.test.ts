import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { openshift, ServingProgram } from './serving-program.ts'

const authority = await makeAuthority(new Date())
const issue = () => authority.issue(['127.0.0.1'], new Date())

async function served(program: ServingProgram): Promise<string | undefined> {
  const socket = connect({ host: '127.0.0.1', port: program.port, ca: authority.cert })
  await once(socket, 'secureConnect')
  const fingerprint = socket.getPeerX509Certificate()?.fingerprint256
  socket.destroy()
  return fingerprint
}

t.test('a certificate from files is served, and reloaded without a restart; a bad pair keeps the old one', async t => {
  const first = await issue()
  const dir = t.testdir({ 'tls.crt': first.cert, 'tls.key': first.key, 'ca.pem': authority.cert })
  const [cert, key, ca] = ['tls.crt', 'tls.key', 'ca.pem'].map(name => join(dir, name)) as [string, string, string]
  const program = await ServingProgram.start(t, [`--manifests=${openshift}`, `--tls-cert=${cert}`, `--tls-key=${key}`])
  t.equal(await served(program), first.fingerprint)
  t.match(await program.admit(ca, 'bond-net1'), { response: { allowed: true } })

  writeFileSync(key, 'half')
  t.match(await program.line('certificate kept: the next one cannot be used'), {
    level: 50,
    problem: `the key is not a PEM private key (${cert}, ${key})`,
  })
  t.equal(await served(program), first.fingerprint)
  t.match(await program.ready(), {
    status: 200,
    body: {
      conditions: [{}, { name: 'certificate', ok: true, message: /the next one cannot be used: the key is not/ }],
    },
  })

  const second = await issue()
  writeFileSync(key, second.key)
  writeFileSync(cert, second.cert)
  t.match(await program.line('certificate changed'), { fingerprint: second.fingerprint })
  t.equal(await served(program), second.fingerprint)
})

t.test('an expired certificate: it stays up, and is not ready', async t => {
  const old = await authority.issue(['127.0.0.1'], new Date('2020-01-01T00:00:00Z'))
  const dir = t.testdir({ 'tls.crt': old.cert, 'tls.key': old.key })
  const files = [`--tls-cert=${join(dir, 'tls.crt')}`, `--tls-key=${join(dir, 'tls.key')}`]
  const program = await ServingProgram.start(t, [`--manifests=${openshift}`, ...files])
  t.match(await program.ready(), {
    status: 503,
    body: { ready: false, conditions: [{}, { name: 'certificate', ok: false, message: /^expired on 2020-03-31T/ }] },
  })
})
