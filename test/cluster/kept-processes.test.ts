import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { keptProcesses, type KeptProcesses } from './kept-processes.ts'
import { isRunning } from './running-process.ts'
import { sacrificedParent } from './sacrificed-parent.ts'
import { until } from './until.ts'

t.test('a process that ends by itself says how', async t => {
  const { kept } = keptIn(t)
  const failing = await kept.start('failing', 'sh', ['-c', 'echo first; echo last words >&2; exit 3'])
  t.equal(await failing.exited, 'exit code 3')
  t.match(kept.logTails(), /--- failing \(.*failing\.log\)\nfirst\nlast words$/)
  const again = await kept.start('failing', 'sh', ['-c', 'echo once more'])
  t.equal(await again.exited, 'exit code 0')
  t.match(kept.logTails(), /last words\nonce more$/, 'a second start appends to the log')
})

t.test('a program that does not exist', async t => {
  const { kept } = keptIn(t)
  await t.rejects(kept.start('absent', '/nonexistent/program', []), {
    message: /absent could not be started: .*ENOENT/,
  })
})

t.test('stop waits until the process is gone', async t => {
  const { kept } = keptIn(t)
  const sleeping = await kept.start('sleeping', 'sleep', ['1000'])
  t.ok(isRunning(sleeping.pid))
  await sleeping.stop('SIGTERM')
  t.notOk(isRunning(sleeping.pid))
  t.equal(await sleeping.exited, 'SIGTERM')
})

t.test('the processes see nothing of the environment but the PATH', async t => {
  process.env['HTTPS_PROXY'] = 'http://127.0.0.1:1'
  t.teardown(() => delete process.env['HTTPS_PROXY'])
  const { kept } = keptIn(t)
  const printing = await kept.start('printing', 'sh', ['-c', 'echo "path: $PATH"; echo "proxy: $HTTPS_PROXY"'])
  await printing.exited
  t.ok(kept.logTails().endsWith(`\npath: ${process.env['PATH'] ?? ''}\nproxy:`))
})

t.test('end leaves neither processes nor the folder, and can be called twice', async t => {
  const { kept, folder } = keptIn(t)
  const sleeping = await kept.start('sleeping', 'sleep', ['1000'])
  // It ignores all that can be ignored, and says the id of a child of its own.
  const script = 'trap "" TERM INT HUP; sleep 1000 & echo $!; wait'
  const stubborn = await kept.start('stubborn', 'sh', ['-c', script])
  const grandchild = Number(await until('its child', async () => /stubborn\.log\)\n(\d+)/.exec(kept.logTails())?.[1]))
  await kept.end()
  await kept.end()
  const pids = [kept.keeperPid, sleeping.pid, stubborn.pid]
  t.same(pids.filter(isRunning), [])
  await until('the child of a child is gone, which nobody waits for', async () => !isRunning(grandchild))
  t.equal(await sleeping.exited, 'its keeper ended')
  t.notOk(existsSync(folder))
  await t.rejects(kept.start('late', 'sleep', ['1000']), { message: 'the keeper ended' })
})

const deaths = [
  { name: 'is killed', lines: '', signal: 'SIGKILL' },
  { name: 'is terminated', lines: '', signal: 'SIGTERM' },
  { name: 'is interrupted', lines: '', signal: 'SIGINT' },
  { name: 'is hung up', lines: '', signal: 'SIGHUP' },
  { name: 'leaves with process.exit', lines: 'process.exit(0)', signal: undefined },
  {
    name: 'fails with an exception',
    lines: 'process.on("uncaughtExceptionMonitor", () => {}); throw new Error("on purpose")',
    signal: undefined,
  },
  {
    name: 'is killed while it starts more',
    lines:
      "for (const name of 'abcdef') void kept.start(name, 'sleep', ['1000']); process.kill(process.pid, 'SIGKILL')",
    signal: undefined,
  },
] as const
for (const { name, lines, signal } of deaths) {
  t.test(`nothing is left when the parent ${name}`, async t => {
    const folder = folderOf(t)
    const parent = await sacrificedParent(
      'kept-processes.ts',
      `const kept = it.keptProcesses(${JSON.stringify(folder)})
      const one = await kept.start('one', 'sleep', ['1000'])
      const other = await kept.start('other', 'sleep', ['1000'])
      ready([kept.keeperPid, one.pid, other.pid], ${JSON.stringify(folder)})
      ${lines}`,
    )
    t.equal(parent.pids.length, 3)
    if (signal !== undefined) parent.process.kill(signal)
    await until('all of them are gone', async () => !parent.pids.some(isRunning), { within: 10_000 })
    t.notOk(existsSync(folder), 'the folder is gone, which is the last that the keeper does')
  })
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  t.test(`nothing is left when somebody sends ${signal} to the keeper`, async t => {
    const { kept, folder } = keptIn(t)
    const sleeping = await kept.start('sleeping', 'sleep', ['1000'])
    process.kill(kept.keeperPid, signal)
    await sleeping.exited
    await kept.end()
    await until('it is gone', async () => !isRunning(sleeping.pid), { within: 10_000 })
    t.notOk(existsSync(folder))
  })
}

function keptIn(t: Test): { kept: KeptProcesses; folder: string } {
  const folder = folderOf(t)
  const kept = keptProcesses(folder)
  t.teardown(() => kept.end())
  return { kept, folder }
}

/** Inside tap's, so that a folder that is left is tidied away all the same. */
function folderOf(t: Test): string {
  const folder = join(t.testdir(), 'kept')
  mkdirSync(folder)
  return folder
}
