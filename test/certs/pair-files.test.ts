import { renameSync, symlinkSync, writeFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import type { Pair } from '../../src/certs/pair.ts'
import { readPairFiles, watchPairFiles, type PairFiles } from '../../src/certs/pair-files.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { ManualClock } from './manual-clock.ts'

const now = '2026-11-25T00:00:00Z'
const authority = await makeAuthority(new Date(now))
const issue = () => authority.issue(['localhost'], new Date(now))
const [first, second] = [await issue(), await issue()]

function folderOf({ cert, key }: Pair) {
  return { 'tls.crt': cert, 'tls.key': key }
}

function filesIn(dir: string): PairFiles {
  return { cert: join(dir, 'tls.crt'), key: join(dir, 'tls.key') }
}

/** Watches `dir`, which holds `first`; the two promises settle at the next change and at the next refusal. */
function watched(t: Test, dir: string) {
  const served = new ServedPair(first)
  const clock = new ManualClock(now)
  const changed = new Promise<Pair>(resolve => {
    served.subscribe({ changed: resolve, kept: () => undefined })
  })
  const kept = new Promise<string>(resolve => {
    served.subscribe({ changed: () => undefined, kept: resolve })
  })
  t.teardown(watchPairFiles(filesIn(dir), served, clock))
  // Watching does not keep a process alive, and here nothing else does.
  const alive = setInterval(() => undefined, 60_000)
  t.teardown(() => {
    clearInterval(alive)
  })
  return { served, clock, changed, kept }
}

t.test('reads a pair', async t => {
  t.match(readPairFiles(filesIn(t.testdir(folderOf(first)))), {
    kind: 'pair',
    pair: { fingerprint: first.fingerprint },
  })
})

t.test('what cannot be read is named', async t => {
  const dir = t.testdir({ 'tls.crt': first.cert, 'other.key': second.key, folder: {} })
  const cert = join(dir, 'tls.crt')
  const cases = [
    {
      files: { cert: join(dir, 'none.crt'), key: join(dir, 'tls.key') },
      problem: `the certificate ${join(dir, 'none.crt')} cannot be read (no such file or directory)`,
    },
    {
      files: { cert, key: join(dir, 'tls.key') },
      problem: `the key ${join(dir, 'tls.key')} cannot be read (no such file or directory)`,
    },
    {
      files: { cert: join(dir, 'folder'), key: join(dir, 'tls.key') },
      problem: `the certificate ${join(dir, 'folder')} cannot be read (illegal operation on a directory)`,
    },
    {
      files: { cert, key: join(dir, 'other.key') },
      problem: `the key does not belong to the certificate (${cert}, ${join(dir, 'other.key')})`,
    },
  ]
  for (const { files, problem } of cases) t.same(readPairFiles(files), { kind: 'bad', problem })
})

t.test('a file that changes is seen by watching', async t => {
  const dir = t.testdir(folderOf(first))
  const { served, changed } = watched(t, dir)
  writeFileSync(join(dir, 'tls.key'), second.key)
  writeFileSync(join(dir, 'tls.crt'), second.cert)
  t.equal((await changed).fingerprint, second.fingerprint)
  t.equal(served.pair.fingerprint, second.fingerprint)
})

t.test('a link that is swapped, as Kubernetes does it', async t => {
  const dir = t.testdir({ v1: folderOf(first), v2: folderOf(second) })
  symlinkSync('v1', join(dir, '..data'))
  symlinkSync('..data/tls.crt', join(dir, 'tls.crt'))
  symlinkSync('..data/tls.key', join(dir, 'tls.key'))
  const { changed } = watched(t, dir)
  symlinkSync('v2', join(dir, '..data_tmp'))
  renameSync(join(dir, '..data_tmp'), join(dir, '..data'))
  t.equal((await changed).fingerprint, second.fingerprint)
})

t.test('a folder that is replaced is seen by polling', async t => {
  const parent = t.testdir({ tls: folderOf(first) })
  const dir = join(parent, 'tls')
  const { served, clock } = watched(t, dir)
  renameSync(dir, join(parent, 'old'))
  mkdirSync(dir)
  for (const [name, text] of Object.entries(folderOf(second))) writeFileSync(join(dir, name), text)
  clock.tick()
  t.equal(served.pair.fingerprint, second.fingerprint)
})

t.test('a folder that is gone for a while: the old pair stays', async t => {
  const parent = t.testdir({ tls: folderOf(first) })
  const { served, clock, kept } = watched(t, join(parent, 'tls'))
  rmSync(join(parent, 'tls'), { recursive: true })
  clock.tick()
  t.match(await kept, /cannot be read \(no such file or directory\)$/)
  t.equal(served.pair, first)
  t.match(served.state(clock.now()), { ok: true })
})

t.test('a folder that was never there can only be polled', async t => {
  const parent = t.testdir()
  const { served, clock } = watched(t, join(parent, 'tls'))
  mkdirSync(join(parent, 'tls'))
  for (const [name, text] of Object.entries(folderOf(second))) writeFileSync(join(parent, 'tls', name), text)
  clock.tick()
  t.equal(served.pair.fingerprint, second.fingerprint)
})

t.test('half a pair is refused until the other half is there', async t => {
  const dir = t.testdir(folderOf(first))
  const { served, clock, kept } = watched(t, dir)
  writeFileSync(join(dir, 'tls.crt'), second.cert)
  clock.tick()
  t.match(await kept, /^the key does not belong to the certificate/)
  t.equal(served.pair, first)
  writeFileSync(join(dir, 'tls.key'), second.key)
  clock.tick()
  t.equal(served.pair.fingerprint, second.fingerprint)
})
