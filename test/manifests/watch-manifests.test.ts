import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import type { Timers } from '../../src/manifests/timers.ts'
import { watchManifests } from '../../src/manifests/watch-manifests.ts'
import type { ManifestState, ManifestWatch } from '../../src/manifests/watch-manifests.ts'

const nad = (name: string) =>
  `apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata:\n  name: ${name}\n  namespace: demo\nspec:\n  config: '{"type": "sriov"}'\n`

/** Nothing runs by itself: a test says when time passes. */
class StoppedTime implements Timers {
  readonly #pending = new Map<() => void, number>()
  #onNext = (_milliseconds: number): void => undefined

  after(milliseconds: number, run: () => void): () => void {
    const once = () => {
      this.#pending.delete(once)
      run()
    }
    this.#pending.set(once, milliseconds)
    this.#onNext(milliseconds)
    return () => this.#pending.delete(once)
  }

  /** Until something waits for this many milliseconds. */
  async due(milliseconds: number): Promise<void> {
    if (this.waiting.includes(milliseconds)) return
    await new Promise<void>(resolve => {
      this.#onNext = next => {
        if (next === milliseconds) resolve()
      }
    })
  }

  /** Runs what waits for this many milliseconds. */
  async pass(milliseconds: number): Promise<void> {
    await this.due(milliseconds)
    for (const [run, after] of [...this.#pending]) if (after === milliseconds) run()
  }

  get waiting(): number[] {
    return [...this.#pending.values()].sort((a, b) => a - b)
  }
}

interface Watched {
  readonly watch: ManifestWatch
  readonly time: StoppedTime
  readonly names: () => string[]
  /** Lets the next poll happen, and waits for the state that comes of it. */
  readonly polled: () => Promise<ManifestState>
}

/** Watches a directory by polling alone, so that nothing depends on how fast events come. */
async function watched(t: Test, paths: readonly string[]): Promise<Watched> {
  const time = new StoppedTime()
  let tell: (state: ManifestState) => void = () => undefined
  const start = await watchManifests({
    paths,
    timers: time,
    settleMs: 1,
    pollMs: 2,
    onChange: state => {
      tell(state)
    },
  })
  if (start.kind === 'refused') throw new Error(JSON.stringify(start.problems))
  const { watch } = start
  t.teardown(() => {
    watch.close()
  })
  return {
    watch,
    time,
    names: () =>
      watch.catalogue
        .list('demo')
        .map(({ reference }) => reference.name)
        .sort(),
    polled: () =>
      new Promise(resolve => {
        tell = resolve
        void time.pass(2)
      }),
  }
}

t.test('files that cannot be used at the start', async t => {
  const cases = [
    { name: 'broken', files: { 'a.yaml': 'a: [\n' }, problems: [{ line: 1, column: 4, cause: 'bracket' }] },
    { name: 'no manifest', files: { 'a.txt': '' }, problems: [{ line: 0, cause: 'no-manifest' }] },
    {
      name: 'one good, one not',
      files: { 'a.yaml': nad('one'), 'b.yaml': '\tb' },
      problems: [{ line: 1, cause: 'tab' }],
    },
    {
      name: 'a network twice',
      files: { 'a.yaml': nad('one'), 'b.yaml': nad('one') },
      problems: [{ cause: 'duplicate-network' }],
    },
  ]
  for (const { name, files, problems } of cases) {
    t.match(await watchManifests({ paths: [t.testdir(files)] }), { kind: 'refused', problems }, name)
  }
})

t.test('a path that is not there at the start', async t => {
  const start = await watchManifests({ paths: [join(t.testdir({}), 'none')] })
  t.match(start, { kind: 'refused', problems: [{ message: 'does not exist' }] })
})

t.test('warnings refuse nothing, and are in the state', async t => {
  const dir = t.testdir({ 'a.yaml': `${nad('one')}extra: 1\nextra: 2\n` })
  const { watch } = await watched(t, [dir])
  t.match(watch.state(), { ok: true, networks: 1, warnings: [{ cause: 'duplicate-key', line: 9 }] })
})

t.test('a change is taken over', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one') })
  const { watch, names, polled } = await watched(t, [dir])
  const { catalogue } = watch
  t.strictSame(names(), ['one'])
  writeFileSync(join(dir, 'b.yaml'), nad('two'))
  t.match(await polled(), { ok: true, networks: 2 })
  t.strictSame(names(), ['one', 'two'])
  rmSync(join(dir, 'a.yaml'))
  t.match(await polled(), { ok: true, networks: 1 })
  t.strictSame(names(), ['two'])
  t.equal(watch.catalogue, catalogue, 'whoever has the catalogue sees it')
})

t.test('a broken file keeps the last good content as a whole, until it is mended', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one'), 'b.yaml': nad('two') })
  const { watch, names, polled } = await watched(t, [dir])
  writeFileSync(join(dir, 'a.yaml'), nad('other'))
  writeFileSync(join(dir, 'b.yaml'), "a: 'b\n")
  const broken = { ok: false, problems: [{ file: join(dir, 'b.yaml'), line: 1, column: 4, cause: 'quote' }] }
  t.match(await polled(), broken)
  t.match(watch.state(), broken)
  t.strictSame(names(), ['one', 'two'], 'not even the good change of the other file')
  writeFileSync(join(dir, 'b.yaml'), nad('two'))
  t.match(await polled(), { ok: true, networks: 2 })
  t.strictSame(names(), ['other', 'two'])
})

t.test('a directory that disappears and comes back', async t => {
  const dir = join(t.testdir({ nads: { 'a.yaml': nad('one') } }), 'nads')
  const { names, polled } = await watched(t, [dir])
  rmSync(dir, { recursive: true })
  t.match(await polled(), { ok: false, problems: [{ message: 'does not exist' }] })
  t.strictSame(names(), ['one'])
  mkdirSync(dir)
  writeFileSync(join(dir, 'a.yaml'), nad('two'))
  t.match(await polled(), { ok: true })
  t.strictSame(names(), ['two'])
})

t.test('an editor that replaces the file', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one') })
  const { names, polled } = await watched(t, [join(dir, 'a.yaml')])
  writeFileSync(join(dir, '.a.yaml.swp'), nad('two'))
  renameSync(join(dir, '.a.yaml.swp'), join(dir, 'a.yaml'))
  t.match(await polled(), { ok: true })
  t.strictSame(names(), ['two'])
})

t.test('a volume of Kubernetes that swaps its link', async t => {
  const dir = t.testdir({
    '..one': { 'a.yaml': nad('one') },
    '..two': { 'a.yaml': nad('two') },
    '..data': t.fixture('symlink', '..one'),
    'a.yaml': t.fixture('symlink', '..data/a.yaml'),
  })
  const { names, polled } = await watched(t, [dir])
  symlinkSync('..two', join(dir, '..data_tmp'))
  renameSync(join(dir, '..data_tmp'), join(dir, '..data'))
  t.match(await polled(), { ok: true })
  t.strictSame(names(), ['two'])
})

t.test('nothing is read and told while nothing changed', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one') })
  const { watch, time, polled } = await watched(t, [dir])
  const before = watch.catalogue.get('demo', 'one')
  await time.pass(2)
  writeFileSync(join(dir, 'note.txt'), 'x')
  writeFileSync(join(dir, 'b.yaml'), nad('two'))
  t.match(await polled(), { ok: true, networks: 2 }, 'the one change is told once')
  t.not(watch.catalogue.get('demo', 'one'), before, 'a change is read as a whole')
})

t.test('close stops everything', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one') })
  const { watch, time } = await watched(t, [dir])
  t.strictSame(time.waiting, [2])
  watch.close()
  t.strictSame(time.waiting, [])
  watch.close()
})

t.test('an event is enough, without a poll', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one') })
  stayAlive(t)
  const changed = (path: string, content: string) =>
    new Promise<ManifestState>((resolve, reject) => {
      const options = { paths: [path], settleMs: 1, pollMs: 2 ** 30, onChange: resolve }
      watchManifests(options).then(start => {
        if (start.kind === 'refused') throw new Error('refused')
        t.teardown(() => {
          start.watch.close()
        })
        writeFileSync(join(dir, 'tmp'), content)
        renameSync(join(dir, 'tmp'), join(dir, 'a.yaml'))
      }, reject)
    })
  t.match(await changed(dir, nad('two')), { ok: true, networks: 1 }, 'in a watched directory')
  t.match(
    await changed(join(dir, 'a.yaml'), `${nad('two')}---\n${nad('three')}`),
    { ok: true, networks: 2 },
    'beside a watched file',
  )
})

t.test('events come together before files are read', async t => {
  const dir = t.testdir({ 'a.yaml': nad('one') })
  const time = new StoppedTime()
  const told: ManifestState[] = []
  const start = await watchManifests({ paths: [dir], timers: time, onChange: state => told.push(state) })
  if (start.kind === 'refused') throw new Error('refused')
  t.teardown(() => {
    start.watch.close()
  })
  stayAlive(t)
  for (const name of ['b', 'c', 'd']) writeFileSync(join(dir, `${name}.yaml`), nad(name))
  await time.due(100)
  t.strictSame(time.waiting, [100, 10_000], 'one look is due, however many events there were')
  t.strictSame(told, [])
})

/** Watching keeps no process alive, and a test that waits for it must. */
function stayAlive(t: Test): void {
  const timer = setInterval(() => undefined, 1000)
  t.teardown(() => {
    clearInterval(timer)
  })
}
