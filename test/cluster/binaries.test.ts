import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { ensureBinaries } from './binaries.ts'

const all = ['etcd', 'helm', 'kube-apiserver', 'kube-controller-manager', 'kubectl', 'neighbours']

t.test('no Go at all', async t => {
  const folder = t.testdir({ bin: {}, cache: {} })
  const environment = { PATH: join(folder, 'bin') }
  const wanted =
    /^Go 1\.\d+\.\d+ or newer is needed to build etcd, .*kubectl for the cluster tests, but there is no go on the PATH\.$/
  await t.rejects(ensureBinaries({ environment, cache: join(folder, 'cache') }), { message: wanted })
})

for (const version of ['go1.19.8', 'go1.25.9', 'go1.9']) {
  t.test(`${version} is too old`, async t => {
    const { environment, cache } = withGo(t, `echo go version ${version} linux/amd64`)
    const message = new RegExp(`^Go 1\\..* but the go on the PATH is ${version.slice(2)}\\.$`)
    await t.rejects(ensureBinaries({ environment, cache }), { message })
  })
}

for (const version of ['go1.26.0', 'go1.26.8', 'go1.27rc1', 'go1.100.0', 'go2.0.0', 'devel go1.28-1a2b3c']) {
  t.test(`${version} will do`, async t => {
    const { environment, cache } = withGo(t, goThatBuilds(version))
    const paths: string[] = Object.values({ ...(await ensureBinaries({ environment, cache })) })
    t.same(paths.map(path => basename(path)).sort(), all)
    t.ok(paths.every(path => path.startsWith(cache) && existsSync(path)))
  })
}

t.test('what is built once is not built again', async t => {
  const { environment, cache, calls } = withGo(t, goThatBuilds('go1.26.8'))
  const first = await ensureBinaries({ environment, cache })
  const before = calls()
  t.match(before, /build .*-ldflags -s -w -X k8s\.io\/component-base\/version\.gitVersion=v1\.\d+\.\d+ /)
  t.match(before, /-X k8s\.io\/client-go\/pkg\/version\.gitMinor=\d+/)
  t.same(await ensureBinaries({ environment, cache }), first)
  t.equal(calls(), before)
})

t.test('KUBEBUILDER_ASSETS is used, and what is missing there is built', async t => {
  const { environment, cache, calls } = withGo(t, goThatBuilds('go1.26.8'))
  const assets = join(cache, 'assets')
  mkdirSync(assets)
  for (const name of ['etcd', 'kube-apiserver', 'kubectl']) writeFileSync(join(assets, name), '')
  const binaries = await ensureBinaries({ environment: { ...environment, KUBEBUILDER_ASSETS: assets }, cache })
  t.equal(binaries.etcd, join(assets, 'etcd'))
  t.equal(binaries.kubeApiserver, join(assets, 'kube-apiserver'))
  t.equal(binaries.kubectl, join(assets, 'kubectl'))
  t.ok(binaries.kubeControllerManager.startsWith(cache))
  t.match(calls(), /cmd\/kube-controller-manager$/m)
  t.notMatch(calls(), /cmd\/kube-apiserver/)
})

t.test('a build that fails says why and leaves nothing that looks complete', async t => {
  const go =
    'if [ "$1" = version ]; then echo go version go1.26.8 x/y; else echo "x.go:1: no such thing" >&2; exit 1; fi'
  const { environment, cache } = withGo(t, go)
  await t.rejects(ensureBinaries({ environment, cache }), { message: 'go build failed:\nx.go:1: no such thing' })
  const left = readdirSync(cache, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  t.same(left, [])
})

t.test('a build can be broken off', async t => {
  const { environment, cache } = withGo(t, 'if [ "$1" = version ]; then echo go1.26.8; else while :; do :; done; fi')
  const signal = AbortSignal.timeout(200)
  await t.rejects(ensureBinaries({ environment, cache, signal }), { name: 'AbortError' })
})

/** A stand-in for Go: a shell script, which has nothing but the shell's own commands on its PATH. */
function withGo(t: Test, script: string) {
  const folder = t.testdir({ bin: { go: `#!/bin/sh\necho "$@" >> "$LOG"\n${script}\n` }, cache: {} })
  const log = join(folder, 'calls')
  const go = join(folder, 'bin', 'go')
  chmodSync(go, 0o755)
  const calls = () => readFileSync(log, 'utf8')
  return { environment: { PATH: dirname(go), LOG: log }, cache: join(folder, 'cache'), calls }
}

/** It makes every file that `go build` could make of the packages it is given. */
function goThatBuilds(version: string): string {
  const names = ['server', ...all.filter(name => name !== 'etcd')]
  return `if [ "$1" = version ]; then echo go version ${version} linux/amd64; exit; fi
    while [ "$1" != -o ]; do shift; done
    for name in ${names.join(' ')}; do : > "$2/$name"; done`
}
