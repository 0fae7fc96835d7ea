import { once } from 'node:events'
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import t from 'tap'
import { authorityIn, openshift, ServingProgram } from './serving-program.ts'

const refused = join(openshift, '../refused')

t.test('the main job, over real TLS that is verified', async t => {
  const { ca, args } = authorityIn(t.testdir())
  const program = await ServingProgram.start(t, [`--manifests=${openshift}`, ...args])
  t.match(readFileSync(ca, 'utf8'), /^-----BEGIN CERTIFICATE-----\n[^]+\n-----END CERTIFICATE-----\n$/)
  t.match(program.lines, [
    { msg: 'manifests read', networks: 3 },
    { msg: 'listening', webhook: /^https:\/\/127\.0\.0\.1:\d+$/, ops: /^http:\/\/127\.0\.0\.1:\d+$/ },
  ])
  t.match(await program.ready(), {
    status: 200,
    body: {
      ready: true,
      conditions: [
        { name: 'serving', ok: true },
        { name: 'certificate', ok: true },
        { name: 'manifests', ok: true, message: '3 networks' },
      ],
    },
  })
  t.match(await program.admit(ca, 'bond-net1'), {
    response: { allowed: true, patchType: 'JSONPatch', auditAnnotations: { bonds: 'demo/bond-net1@bond0' } },
  })
  t.match(await program.line('admission'), { verdict: 'injected', name: 'p', namespace: 'demo' })
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  t.test(`${signal} stops it with exit code 0`, async t => {
    const program = await ServingProgram.start(t, [`--manifests=${openshift}`])
    program.signal(signal)
    t.same(await program.ended, [0, null])
    const said = program.lines.map(({ msg }) => msg)
    const drained = signal === 'SIGTERM' ? ['drained'] : []
    t.strictSame(said.slice(said.indexOf('stopping')), ['stopping', ...drained, 'stopped'])
  })
}

t.test('the same signal again ends it at once, the other one does not', async t => {
  const program = await ServingProgram.start(t, [`--manifests=${openshift}`])
  // A connection that never asks anything keeps the first signal busy.
  const socket = connect({ host: '127.0.0.1', port: program.port, rejectUnauthorized: false })
  socket.on('error', () => undefined)
  await once(socket, 'secureConnect')
  program.signal('SIGINT')
  await program.line('stopping')
  program.signal('SIGTERM')
  t.match(await program.ready(), {
    status: 503,
    body: { conditions: [{ name: 'serving', ok: false, message: 'stopping' }] },
  })
  program.signal('SIGINT')
  t.same(await program.ended, [130, null])
})

t.test('the settings of the site reach the verdict', async t => {
  const { ca, args } = authorityIn(t.testdir())
  const settings = [`--manifests=${refused}`, ...args, '--rule=fail-over-mac-required=warning']
  const program = await ServingProgram.start(t, settings, {
    BOND_INJECTOR_MANIFESTS: openshift,
    BOND_INJECTOR_DISCOVERY: 'off',
  })
  t.match(await program.admit(ca, 'bond-no-failovermac'), {
    response: {
      status: { details: { causes: [{ message: /\[bond-injector links-known\]$/ }] } },
      warnings: [/\[bond-injector fail-over-mac-required\]$/],
    },
  })
  t.match(
    await program.admit(ca, 'bond-net1'),
    { response: { status: { message: /bond-net1/ } } },
    'a flag wins over its variable',
  )
})

t.test('a manifest that breaks while it runs: the last good content stays, the log and /readyz say so', async t => {
  const dir = t.testdir({ nads: {} })
  const nads = join(dir, 'nads')
  cpSync(openshift, nads, { recursive: true })
  const { ca, args } = authorityIn(dir)
  const program = await ServingProgram.start(t, [`--manifests=${nads}`, ...args])
  const bond = join(nads, 'bond-net1.yaml')

  writeFileSync(bond, 'apiVersion: k8s.cni.cncf.io/v1\nkind: [\n')
  t.match(await program.line('manifests kept: what the files hold now cannot be used'), {
    level: 50,
    problems: [/^.+\/bond-net1\.yaml:2:7: /],
  })
  t.match(await program.ready(), {
    status: 503,
    body: {
      conditions: [
        { ok: true },
        { ok: true },
        { name: 'manifests', ok: false, message: /the last good content is served: .+:2:7: / },
      ],
    },
  })
  t.match(await program.admit(ca, 'bond-net1'), { response: { allowed: true, patchType: 'JSONPatch' } })

  const seen = program.lines.length
  copyFileSync(join(openshift, 'bond-net1.yaml'), bond)
  await program.line('manifests read', seen)
  t.match(await program.ready(), { status: 200 })
})

t.test('an exception that nobody caught ends it with exit code 3', async t => {
  // Thrown when the process is asked for it, long after everything has started.
  const defect = "process.on('SIGUSR2',()=>{throw(new(Error)('boom'))})"
  const environment = { NODE_OPTIONS: `--import=data:text/javascript,${defect}` }
  const program = await ServingProgram.start(t, [`--manifests=${openshift}`], environment)
  program.signal('SIGUSR2')
  t.same(await program.ended, [3, null])
})
