import { existsSync } from 'node:fs'
import t from 'tap'
import { ensureBinaries } from './binaries.ts'
import { startControlPlane } from './control-plane.ts'
import { isRunning } from './running-process.ts'
import { sacrificedParent } from './sacrificed-parent.ts'
import { until } from './until.ts'

const binaries = await ensureBinaries()

t.test('the API server stops and comes back at the same address with the same data', async t => {
  const plane = await startControlPlane({ binaries })
  t.teardown(() => plane.stop())
  const apiServers = () => plane.pids().length
  t.equal(apiServers(), 4, 'keeper, etcd, kube-apiserver, kube-controller-manager')
  await plane.createNamespace('kept')

  await plane.stopApiServer('SIGKILL')
  t.equal(apiServers(), 3)
  await t.rejects(plane.request('/readyz'), { code: 'ECONNREFUSED' })

  await plane.startApiServer()
  const { stdout } = await plane.kubectl(['get', 'namespace', 'kept', '-o', 'name'])
  t.equal(stdout, 'namespace/kept\n', 'the certificate that kubectl trusts and the data are the same')

  const before = plane.pids()
  await plane.restartApiServer()
  t.equal(plane.pids().filter(pid => before.includes(pid)).length, 3, 'only the API server is another process')
  await plane.createNamespace('made-after-the-restart')

  const pids = plane.pids()
  await plane.stop()
  t.same(pids.filter(isRunning), [], 'no process is left')
  t.notOk(existsSync(plane.folder), 'the folder is gone')
})

t.test('a ServiceAccount that may do nothing', async t => {
  const plane = await startControlPlane({ binaries })
  t.teardown(() => plane.stop())
  const { stdout: token } = await plane.kubectl(['create', 'token', 'default'])
  const kubeconfig = plane.writeKubeconfig('powerless', token.trim())
  const { code, stderr } = await plane.kubectl(['get', 'pods'], { kubeconfig })
  t.equal(code, 1)
  t.match(stderr, /\(Forbidden\).*"system:serviceaccount:default:default" cannot list resource "pods"/)
})

t.test('a component that cannot start', async t => {
  const failure = startControlPlane({ binaries, apiServerArguments: ['--no-such-flag'] })
  const error: unknown = await failure.catch((reason: unknown) => reason)
  const message = error instanceof Error ? error.message : ''
  t.match(message, /^the control plane did not start: kube-apiserver ended: exit code 1\n/)
  t.match(message, /unknown flag: --no-such-flag/, 'its last words are shown')
  const folder = /\((.*)\/etcd\.log\)/.exec(message)?.[1] ?? ''
  t.match(folder, /bond-injector-cluster-/)
  t.notOk(existsSync(folder), 'the folder is gone')
})

t.test('nothing is left when the parent is killed', async t => {
  const parent = await sacrificedParent(
    'control-plane.ts',
    `const plane = await it.startControlPlane({ binaries: ${JSON.stringify(binaries)} })
    ready(plane.pids(), plane.folder)`,
  )
  t.equal(parent.pids.filter(isRunning).length, 4)
  parent.process.kill('SIGKILL')
  await until('all of them are gone', async () => !parent.pids.some(isRunning), { within: 20_000 })
  t.notOk(existsSync(parent.folder), 'the folder is gone')
})
