import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Misuse } from './script.ts'

export interface WebhookProcess {
  /** `https://127.0.0.1:40123` */
  readonly webhook: string
  /** `http://127.0.0.1:40124` */
  readonly ops: string
  /** Its exit code, once it has ended. */
  readonly exited: Promise<number>
  /** Asks it to stop and waits until it has. */
  readonly stop: () => Promise<void>
}

export interface StartOptions {
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** What it logs once it listens, line by line. */
  readonly onLine?: (line: string) => void
}

/**
 * Starts the program that `npm run build` made, under this Node, and waits until it listens. It never outlives us:
 * whatever ends this process ends it as well.
 */
export async function startProcess({ args, environment, onLine }: StartOptions): Promise<WebhookProcess> {
  const program = spawn(process.execPath, ['dist/bond-injector.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment, ...process.env },
  })
  const kill = () => program.kill('SIGKILL')
  process.once('exit', kill)
  const exited = once(program, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : 1))
  const stop = async () => {
    program.kill('SIGTERM')
    await exited
    process.off('exit', kill)
  }
  const addresses = await Promise.race([listening(program, onLine), exited.then(code => refuse(code))])
  return { ...addresses, exited, stop }
}

/** Waits for the line in which it says where it listens. */
function listening(
  { stdout }: ChildProcess,
  onLine?: (line: string) => void,
): Promise<{ webhook: string; ops: string }> {
  return new Promise((resolve, reject) => {
    if (!stdout) {
      reject(new Error('the program was started without a standard output'))
      return
    }
    createInterface(stdout).on('line', line => {
      const found = parseLine(line)
      if (found) resolve(found)
      else onLine?.(line)
    })
  })
}

function parseLine(line: string): { webhook: string; ops: string } | undefined {
  const entry: unknown = line.startsWith('{') ? JSON.parse(line) : undefined
  if (typeof entry !== 'object' || entry === null || !('msg' in entry) || entry.msg !== 'listening') return undefined
  if (!('webhook' in entry) || !('ops' in entry)) return undefined
  return { webhook: String(entry.webhook), ops: String(entry.ops) }
}

/** It has said why on stderr. */
function refuse(code: number): never {
  throw new Misuse(`the webhook did not start (exit code ${code})`)
}
