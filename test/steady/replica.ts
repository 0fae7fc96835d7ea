import { join } from 'node:path'
import type { KeptProcess, KeptProcesses } from '../cluster/kept-processes.ts'
import { memberOf } from '../cluster/json-member.ts'
import { until } from '../cluster/until.ts'
import { imageFlags } from './image-flags.ts'
import { LineLog } from './line-log.ts'

/** One `bond-injector serve` on free ports of loopback, as a process of its own. */
export interface Replica {
  readonly name: string
  readonly pid: number
  /** Of the webhook. */
  readonly port: number
  /** Resolves with a signal or an exit code when it is gone. */
  readonly exited: Promise<string>
  readonly log: LineLog
  /** What /readyz says; false as well where nobody answers. */
  isReady(): Promise<boolean>
  untilReady(): Promise<void>
  /** The sum over all series of that name in /metrics whose labels contain this text. */
  metric(name: string, labels?: string): Promise<number>
  /** Does not wait for what becomes of it. */
  signal(signal: NodeJS.Signals): void
  /** Resolves when it is gone. */
  stop(signal: NodeJS.Signals): Promise<void>
}

export interface ReplicaCall {
  readonly name: string
  /** Flags of `serve`, all but its addresses. */
  readonly flags: readonly string[]
  /** The program's file. */
  readonly program: string
  /** What stands before the program on the command line of node. */
  readonly nodeArguments?: readonly string[]
  /** Further variables; it sees nothing of this process's own but the PATH. */
  readonly environment?: Readonly<Record<string, string>>
}

const local = ['--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0']

/**
 * Returns when it listens, which is before it is ready.
 *
 * @param folder where `kept` has its logs
 */
export async function startReplica(kept: KeptProcesses, folder: string, call: ReplicaCall): Promise<Replica> {
  const { name, flags, program, nodeArguments = [], environment = {} } = call
  const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`)
  // `env` becomes the program: the process keeps its number.
  const args = [...variables, process.execPath, ...imageFlags, ...nodeArguments, program, 'serve', ...local, ...flags]
  const started = await kept.start(name, '/usr/bin/env', args)
  const log = new LineLog(join(folder, `${name}.log`))
  const listening = await untilListening(started, log)
  const ops = String(memberOf(listening, 'ops'))
  const isReady = async () => (await ask(`${ops}/readyz`))?.status === 200
  return {
    name,
    pid: started.pid,
    port: Number(new URL(String(memberOf(listening, 'webhook'))).port),
    exited: started.exited,
    log,
    isReady,
    async untilReady() {
      const explain = () => log.lines().slice(-5).map(line => JSON.stringify(line)).join('\n') // prettier-ignore
      await until(`${name} is ready`, isReady, { explain })
    },
    metric: async (metric, labels = '') => sumOf((await ask(`${ops}/metrics`))?.body ?? '', metric, labels),
    signal: signal => process.kill(started.pid, signal),
    stop: signal => started.stop(signal),
  }
}

async function untilListening(started: KeptProcess, log: LineLog): Promise<unknown> {
  const ended = new AbortController()
  void started.exited.then(how => {
    ended.abort(new Error(`${started.name} ended (${how}): ${JSON.stringify(log.lines().slice(-5))}`))
  })
  return until(`${started.name} listens`, async () => log.find('listening'), { signal: ended.signal })
}

async function ask(url: string): Promise<{ readonly status: number; readonly body: string } | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    return { status: answer.status, body: await answer.text() }
  } catch {
    return undefined
  }
}

/** Of a text in Prometheus's format. */
function sumOf(metrics: string, name: string, labels: string): number {
  const lines = metrics.split('\n').filter(line => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines.filter(line => line.includes(labels)).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
