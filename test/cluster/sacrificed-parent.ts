import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

export interface SacrificedParent {
  readonly process: ChildProcess
  /** What it printed when it was ready. */
  readonly pids: readonly number[]
  readonly folder: string
}

/**
 * Runs a few lines of TypeScript in a process of its own, which may then be killed. They see what `module` (a file of
 * this folder) exports as `it`, and call `ready(pids, folder)` when that is to happen.
 */
export async function sacrificedParent(module: string, lines: string): Promise<SacrificedParent> {
  const url = pathToFileURL(join(import.meta.dirname, module)).href
  const program = `import * as it from '${url}'
    const ready = (pids, folder) => console.log(JSON.stringify({ pids, folder }))
    ${lines}
    setInterval(() => {}, 1_000_000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // tap's own settings would slow it down and wait for it.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      KUBEBUILDER_ASSETS: process.env['KUBEBUILDER_ASSETS'],
    },
  })
  const printed: unknown[] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then((): never => {
      throw new Error('the parent ended too early')
    }),
  ])
  return { process: child, ...readyLine(printed[0]) }
}

function readyLine(line: unknown): { pids: readonly number[]; folder: string } {
  const said: unknown = typeof line === 'string' ? JSON.parse(line) : undefined
  if (typeof said !== 'object' || said === null || !('pids' in said) || !('folder' in said))
    throw new Error('not ready')
  const { pids, folder } = said
  return { pids: Array.isArray(pids) ? pids.map(Number) : [], folder: String(folder) }
}
