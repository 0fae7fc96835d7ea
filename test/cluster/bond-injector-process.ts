import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import { memberOf } from './json-member.ts'
import { readinessProbe, type ReadinessProbe } from './readiness.ts'

export interface BondInjectorCall {
  /** Tells several processes of one cluster apart. */
  readonly name: string
  readonly kubeconfig: string
  /** Further flags of `serve`. */
  readonly flags?: readonly string[]
  /** What to run instead of the sources. */
  readonly program?: string
}

/** `bond-injector serve` on free ports of loopback, as a process of its own. */
export interface BondInjector extends ReadinessProbe {
  /** Of /mutate/pods. */
  readonly url: string
  /** PEM. */
  readonly ca: string
  isRunning(): boolean
  /** Resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Of what it printed, shown where a test fails. */
const tailLines = 30
const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

/** Returns when it listens, which is before it is ready. It is killed with the test `t` at the latest. */
export async function startBondInjector(
  t: Test,
  home: string,
  { name, kubeconfig, flags = [], program = main }: BondInjectorCall,
): Promise<BondInjector> {
  const caFile = join(home, `${name}.ca.pem`)
  const local = [
    '--listen=127.0.0.1:0',
    '--ops-listen=127.0.0.1:0',
    '--drain-seconds=0',
    `--kubeconfig=${kubeconfig}`,
    `--ca-out=${caFile}`,
  ]
  const { child, ended, line } = run(t, [program, 'serve', ...local, ...flags], home)
  const listening = await line('listening')
  return {
    ...readinessProbe(String(memberOf(listening, 'ops'))),
    url: `${String(memberOf(listening, 'webhook'))}/mutate/pods`,
    ca: readFileSync(caFile, 'utf8'),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}

/** Runs it with nothing of this process's environment, so that no setting of the caller reaches it. */
function run(t: Test, args: readonly string[], home: string) {
  const env = { PATH: process.env['PATH'], HOME: home }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const printed: string[] = []
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
    if (!t.passing()) for (const text of printed.slice(-tailLines)) t.comment(text)
  })
  createInterface(child.stderr).on('line', text => printed.push(text))
  const lines = createInterface(child.stdout).on('line', text => printed.push(text))
  const line = (message: string) =>
    new Promise<unknown>((resolve, reject) => {
      lines.on('line', text => {
        const parsed: unknown = JSON.parse(text)
        if (memberOf(parsed, 'msg') === message) resolve(parsed)
      })
      lines.on('close', () => {
        reject(new Error(`bond-injector ended before it said "${message}": ${printed.join('\n')}`))
      })
    })
  return { child, ended, line }
}
