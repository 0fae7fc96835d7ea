import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openPair } from '../../src/cli/open-pair.ts'
import { readGiven } from '../../src/cli/given.ts'
import { serveFlags } from '../../src/cli/serve-flags.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { ManualClock } from '../certs/manual-clock.ts'

async function opened(...args: readonly string[]) {
  const given = readGiven(serveFlags, args, {})
  if (given.kind === 'wrong') throw new Error(given.problem)
  const settings = readSettings(serveFlags, given.given)
  if (settings.kind === 'wrong') throw new Error(settings.problem)
  const opening = await openPair(settings.value, new ManualClock('2026-11-25T00:00:00Z'))
  if (opening.kind === 'failed') throw new Error(opening.problems.join())
  opening.opened.close()
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
