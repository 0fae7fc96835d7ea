// npm run test:cluster [-- FILES OR TAP OPTIONS]: builds what is missing, starts one control plane, runs the test files
// against it and stops it again. With CI set a skipped test counts as failed.
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBinaries } from './binaries.ts'
import { startControlPlane, type ControlPlane } from './control-plane.ts'
import { toEnvironment } from './shared-cluster.ts'

const root = join(import.meta.dirname, '..', '..')
const tap = join(root, 'node_modules', '.bin', 'tap')
const strict = ['--fail-skip', '--fail-todo', '--fail-only']
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

process.chdir(root)
const stopped = new AbortController()
for (const [signal, code] of Object.entries(exitCodes)) process.on(signal, stop(code))
// npm does not always hand a signal on; its end is noticed all the same.
const parent = process.ppid
const atParentsEnd = stop(exitCodes.SIGHUP)
setInterval(() => {
  if (process.ppid !== parent) atParentsEnd()
}, 500).unref()

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!stopped.signal.aborted) console.error(error instanceof Error ? error.message : error)
  process.exitCode ??= 1
}

async function run(args: readonly string[]): Promise<void> {
  const binaries = await ensureBinaries({ say, signal: stopped.signal })
  const started = Date.now()
  const controlPlane = await startControlPlane({ binaries })
  stopped.signal.addEventListener('abort', () => void controlPlane.stop())
  try {
    stopped.signal.throwIfAborted()
    say(`control plane ready in ${Date.now() - started} ms: ${controlPlane.server}`)
    if (await passes(controlPlane, args)) return
    process.exitCode ??= 1
    if (!stopped.signal.aborted) console.error(controlPlane.logTails())
  } finally {
    await controlPlane.stop()
    say('control plane stopped')
  }
}

async function passes(controlPlane: ControlPlane, args: readonly string[]): Promise<boolean> {
  const files = args.some(arg => !arg.startsWith('-')) ? [] : testFiles()
  const options = ['--disable-coverage', '--timeout=300', '--jobs=2', ...(process.env['CI'] ? strict : [])]
  const env = { ...process.env, ...toEnvironment(controlPlane) }
  return (await controlPlane.run(process.execPath, [tap, ...options, ...args, ...files], env)) === 'exit code 0'
}

function testFiles(): string[] {
  return globSync('*.test.ts', { cwd: import.meta.dirname })
    .sort()
    .map(file => relative(root, join(import.meta.dirname, file)))
}

function stop(exitCode: number): () => void {
  return () => {
    process.exitCode = exitCode
    stopped.abort()
  }
}

function say(line: string): void {
  console.error(`test:cluster: ${line}`)
}
