import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Environment } from '../../src/cli/given.ts'
import { runProgram } from '../../src/cli/program.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program as a process of its own, with no variables but these, until it ends. */
export async function bondInjector(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const program = spawnProgram(args, environment)
  let [stdout, stderr] = ['', '']
  program.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  program.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(program, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** The same without a process, for what needs none: it is quicker by far. */
export async function bondInjectorHere(args: readonly string[], environment: Environment = {}): Promise<Ended> {
  let [stdout, stderr] = ['', '']
  const code = await runProgram(args, environment, {
    stdout: text => void (stdout += text),
    stderr: text => void (stderr += text),
  })
  return { code, stdout, stderr }
}

export function spawnProgram(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, [main, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
}
