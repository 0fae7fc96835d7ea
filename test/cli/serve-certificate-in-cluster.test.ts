import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { systemClock } from '../../src/certs/clock.ts'
import { readGiven } from '../../src/cli/given.ts'
import { serveFlags } from '../../src/cli/serve-flags.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { openWebhook } from '../../src/cli/webhook.ts'

const authority = await makeAuthority(new Date())

/** A cluster that nobody runs: the webhook is made for one, and must stay up without it. */
const nowhere = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'nowhere', cluster: { server: 'https://127.0.0.1:2' } }],
  users: [{ name: 'nobody', user: {} }],
  contexts: [{ name: 'nowhere', context: { cluster: 'nowhere', user: 'nobody' } }],
  'current-context': 'nowhere',
})

type Line = Readonly<Record<string, unknown>>

/** The webhook in this process, as `serve` opens it; `line` is the next log line with that message. */
async function opened(t: Test, ...args: readonly string[]) {
  const given = readGiven(serveFlags, ['--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0', ...args], {})
  if (given.kind === 'wrong') throw new Error(given.problem)
  const settings = readSettings(serveFlags, given.given)
  if (settings.kind === 'wrong') throw new Error(settings.problem)
  const lines: Line[] = []
  let wakeUp = Promise.withResolvers<undefined>()
  const write = (text: string) => {
    lines.push(JSON.parse(text) as Line)
    wakeUp.resolve(undefined)
    wakeUp = Promise.withResolvers()
  }
  const opening = await openWebhook(settings.value, systemClock, pino({}, { write }))
  if (opening.kind === 'failed') throw new Error(opening.problems.join())
  // Nothing of the webhook keeps a process alive but its servers, and those are closed at the end.
  t.teardown(opening.opened.close)
  const line = async (message: string): Promise<Line> => {
    for (;;) {
      const found = lines.find(({ msg }) => msg === message)
      if (found) return found
      await wakeUp.promise
    }
  }
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${opening.opened.ops.port}/readyz`)
    return { status: answer.status, body: await answer.json() }
  }
  return { line, ready, port: opening.opened.webhook.port, close: opening.opened.close }
}

async function served(port: number): Promise<string | undefined> {
  const socket = connect({ host: '127.0.0.1', port, ca: authority.cert })
  await once(socket, 'secureConnect')
  const fingerprint = socket.getPeerX509Certificate()?.fingerprint256
  socket.destroy()
  return fingerprint
}

t.test('a directory that is still empty: it waits, and serves as soon as there is a pair', async t => {
  const dir = t.testdir({ config: nowhere, tls: {} })
  const file = (name: string) => join(dir, 'tls', name)
  const flags = [`--tls-cert=${file('tls.crt')}`, `--tls-key=${file('tls.key')}`]
  const webhook = await opened(t, `--kubeconfig=${join(dir, 'config')}`, ...flags)
  const problem = `the certificate ${file('tls.crt')} cannot be read (no such file or directory)`
  t.match(await webhook.line('waiting for a certificate'), { level: 50, problem })
  t.match(await webhook.ready(), {
    status: 503,
    body: { conditions: [{}, { name: 'certificate', ok: false, message: `none yet: ${problem}` }] },
  })
  await t.rejects(served(webhook.port), { code: /^ERR_SSL/ }, 'nothing is shown that nobody trusts')

  const pair = await authority.issue(['127.0.0.1'], new Date())
  writeFileSync(file('tls.key'), pair.key)
  writeFileSync(file('tls.crt'), pair.cert)
  t.match(await webhook.line('certificate changed'), { fingerprint: pair.fingerprint })
  t.equal(await served(webhook.port), pair.fingerprint)
  t.match((await webhook.ready()).body, { conditions: [{}, { name: 'certificate', ok: true }] })
})

t.test('an authority beside the pair that does not fit: not served, and said', async t => {
  const pair = await authority.issue(['127.0.0.1'], new Date())
  const other = await makeAuthority(new Date())
  const dir = t.testdir({ config: nowhere, 'tls.crt': pair.cert, 'tls.key': pair.key, 'ca.crt': other.cert })
  const file = (name: string) => join(dir, name)
  const flags = [`--tls-cert=${file('tls.crt')}`, `--tls-key=${file('tls.key')}`, `--tls-ca=${file('ca.crt')}`]
  const webhook = await opened(t, `--kubeconfig=${file('config')}`, ...flags)
  t.match(await webhook.line('waiting for a certificate'), {
    problem: `${file('tls.crt')} is not signed by a certificate in ${file('ca.crt')}`,
  })
  writeFileSync(file('ca.crt'), authority.cert)
  await webhook.line('certificate changed')
  t.equal(await served(webhook.port), pair.fingerprint)
})

t.test('a cluster that is not there: each condition says why', async t => {
  const dir = t.testdir({ config: nowhere })
  const flags = ['--tls-secret=net/pair', '--tls-name=hook.net.svc', '--validating-webhook=networks']
  const webhook = await opened(t, `--kubeconfig=${join(dir, 'config')}`, ...flags)
  t.match(await webhook.line('waiting for a certificate'), { problem: /^Secret net\/pair: connect ECONNREFUSED/ })
  await webhook.line('caBundle cannot be kept')
  t.match(await webhook.ready(), {
    status: 503,
    body: {
      conditions: [
        {},
        { name: 'certificate', ok: false, message: /^none yet: Secret net\/pair: connect ECONNREFUSED/ },
        { name: 'webhook configurations', ok: false, message: /^ValidatingWebhookConfiguration networks: / },
        { name: 'networks', ok: false },
      ],
    },
  })
})
