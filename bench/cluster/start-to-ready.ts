import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { memberOf } from '../../test/cluster/json-member.ts'
import { imageFlags } from '../../test/steady/image-flags.ts'

const limitMs = 30_000
const lookEveryMs = 5

/**
 * Starts one more replica of a site whose Secret holds its certificates, as a rolling update does, and stops it again.
 *
 * @param flags of `serve`, all but its addresses
 * @returns milliseconds from the start of the process until /readyz agrees
 */
export async function startToReady(program: string, flags: readonly string[]): Promise<number> {
  const begin = performance.now()
  const addresses = ['--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0', '--drain-seconds=0']
  const args = [...imageFlags, program, 'serve', ...addresses, ...flags]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: {} })
  const atExit = () => child.kill('SIGKILL')
  process.once('exit', atExit)
  try {
    const listening = await firstLine(createInterface(child.stdout))
    await untilReady(`${String(memberOf(JSON.parse(listening), 'ops'))}/readyz`)
    return performance.now() - begin
  } finally {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
    process.removeListener('exit', atExit)
  }
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) if (line.includes('"msg":"listening"')) return line
  throw new Error('the program ended before it listened')
}

async function untilReady(url: string): Promise<void> {
  const stopAt = performance.now() + limitMs
  while (performance.now() < stopAt) {
    const answer = await fetch(url)
    await answer.body?.cancel()
    if (answer.ok) return
    await setTimeout(lookEveryMs)
  }
  throw new Error(`${url} does not become ready`)
}
