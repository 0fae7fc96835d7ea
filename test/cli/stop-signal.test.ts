import { spawnSync } from 'node:child_process'
import t from 'tap'

const stopSignal = new URL('../../src/cli/stop-signal.ts', import.meta.url)

/** A program that would run for ever, sends itself the signal, stops, and is sent it once more. */
const program = (signal: string) => `
  import { stopSignal } from '${stopSignal.href}'
  setInterval(() => undefined, 1000)
  const stopped = stopSignal()
  process.kill(process.pid, '${signal}')
  process.stdout.write(await stopped)
  process.kill(process.pid, '${signal}')
`

// As in a container: the program is the first process, and the kernel drops signals that it does not handle.
const asFirst = ['--user', '--map-root-user', '--pid', '--fork']
const noNamespaces =
  spawnSync('unshare', [...asFirst, 'true']).status === 0 ? false : 'this system lets nobody make a process namespace'

for (const { where, before, skip } of [
  { where: 'a process', before: [], skip: false },
  { where: 'the first process of a container', before: ['unshare', ...asFirst], skip: noNamespaces },
]) {
  t.test(`the same signal again ends ${where} at once`, { skip }, async t => {
    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const args = [...before, process.execPath, '--input-type=module', '--eval', program(signal)]
      const run = spawnSync('env', args, { encoding: 'utf8', timeout: 20_000 })
      t.match(run, { stdout: signal, status, stderr: '' }, signal)
    }
  })
}
