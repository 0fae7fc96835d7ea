import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import t from 'tap'
import { openPair } from '../../src/cli/open-pair.ts'
import { readGiven } from '../../src/cli/given.ts'
import { serveFlags } from '../../src/cli/serve-flags.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { ManualClock } from '../certs/manual-clock.ts'

const noCluster = () => Promise.resolve('no cluster is configured')

async function opened(...args: readonly string[]) {
  const given = readGiven(serveFlags, args, {})
  if (given.kind === 'wrong') throw new Error(given.problem)
  const settings = readSettings(serveFlags, given.given)
  if (settings.kind === 'wrong') throw new Error(settings.problem)
  const opening = await openPair(
    settings.value,
    new ManualClock('2026-11-25T00:00:00Z'),
    pino({ level: 'silent' }),
    noCluster,
  )
  if (opening.kind === 'failed') throw new Error(opening.problems.join())
  await opening.opened.close()
  return opening.opened
}

t.test('further names stand in the certificate', async t => {
  const { served } = await opened('--tls-name=hook.example', '--tls-name=10.0.0.1')
  t.equal(
    new X509Certificate(served.pair.cert).subjectAltName,
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:hook.example, IP Address:10.0.0.1',
  )
})

t.test('the authority is published only when it is time', async t => {
  const file = join(t.testdir(), 'ca.pem')
  const { served, publish } = await opened(`--ca-out=${file}`)
  t.throws(() => readFileSync(file))
  t.equal(await publish(), undefined)
  const authority = new X509Certificate(readFileSync(file))
  t.ok(new X509Certificate(served.pair.cert).verify(authority.publicKey))
})

t.test('nothing is written where nothing was asked for', async t => {
  const { publish } = await opened()
  t.equal(await publish(), undefined)
})

t.test('its state is a condition of being ready', async t => {
  const { conditions } = await opened()
  t.match(conditions(), [{ name: 'certificate', ok: true, message: /^valid until 2027-02-23/ }])
})

const inCluster = [
  ['--tls-secret=net/pair', '--tls-name=hook.net.svc'],
  ['--tls-cert=tls.crt', '--tls-key=tls.key'],
]
for (const args of inCluster) {
  t.test(`no way to the cluster that ${args[0] ?? ''} needs`, async t => {
    await t.rejects(opened(...args), { message: 'no cluster is configured' })
  })
}
