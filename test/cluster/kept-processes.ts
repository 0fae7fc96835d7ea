import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isReport, type Order } from './keeper-messages.ts'

/** A program that runs until it is stopped, or its keeper ends. */
export interface KeptProcess {
  readonly name: string
  readonly pid: number
  /** Resolves with a signal or an exit code when it is gone. */
  readonly exited: Promise<string>
  /** Sends the signal and waits until the process is gone. */
  stop(signal: NodeJS.Signals): Promise<void>
}

export interface KeptProcesses {
  readonly keeperPid: number
  /** What it prints goes into a log. It sees nothing of this process's environment but the PATH. */
  start(name: string, command: string, args: readonly string[]): Promise<KeptProcess>
  /** What it prints is printed here. */
  startInView(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<KeptProcess>
  /** The last lines of everything that was started, each with its name: what to print after a failure. */
  logTails(): string
  /** Ends all of them and removes the folder. May be called twice. */
  end(): Promise<void>
}

interface Expected {
  readonly started: PromiseWithResolvers<number>
  readonly exited: PromiseWithResolvers<string>
}

const tailLines = 15

/**
 * Starts the keeper of `folder`, which holds the logs. It and all that it starts live in a process group of their own,
 * so that Ctrl-C in a terminal reaches only the parent, which ends them in its own time.
 */
export function keptProcesses(folder: string): KeptProcesses {
  // Nothing of the caller's environment: a proxy setting would catch the API server's calls to webhooks.
  const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder }
  const keeper = fork(join(import.meta.dirname, 'keeper.ts'), [folder], {
    detached: true,
    execArgv: [],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const keeperGone = once(keeper, 'exit')
  const expected = new Map<string, Expected>()
  const logs = new Map<string, string>()
  keeper.on('message', message => {
    if (!isReport(message)) return
    const one = expected.get(message.name)
    if (message.kind === 'started') return one?.started.resolve(message.pid)
    one?.exited.resolve(message.how)
    one?.started.reject(new Error(`${message.name} could not be started: ${message.how}`))
  })
  keeper.on('exit', () => {
    tidyUp(keeper.pid, folder)
    for (const one of expected.values()) one.exited.resolve('its keeper ended')
    for (const one of expected.values()) one.started.reject(new Error('the keeper ended'))
  })
  const order = (message: Order) => {
    if (!keeper.connected) throw new Error('the keeper ended')
    keeper.send(message)
  }
  const start = async (message: Extract<Order, { kind: 'start' }>): Promise<KeptProcess> => {
    const { name } = message
    const one = { started: Promise.withResolvers<number>(), exited: Promise.withResolvers<string>() }
    expected.set(name, one)
    order(message)
    const pid = await one.started.promise
    const stop = async (signal: NodeJS.Signals) => {
      if (keeper.connected) order({ kind: 'signal', name, signal })
      await one.exited.promise
    }
    return { name, pid, exited: one.exited.promise, stop }
  }
  return {
    keeperPid: keeper.pid ?? 0,
    start(name, command, args) {
      const log = join(folder, `${name}.log`)
      logs.set(name, log)
      return start({ kind: 'start', name, command, args, env, log })
    },
    startInView: (name, command, args, whole) => start({ kind: 'start', name, command, args, env: whole }),
    logTails: () => [...logs].map(([name, log]) => `--- ${name} (${log})\n${tailOf(log)}`).join('\n'),
    async end() {
      if (keeper.connected) keeper.disconnect()
      await keeperGone
    },
  }
}

/** What the keeper itself does, unless it was killed. */
function tidyUp(group: number | undefined, folder: string): void {
  try {
    if (group !== undefined) process.kill(-group, 'SIGKILL')
  } catch {
    // There is nobody left in it.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function tailOf(log: string): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n')
  } catch {
    return '(no log)'
  }
}
