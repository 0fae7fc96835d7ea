import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeAuthority } from '../src/certs/authority.ts'
import { localNames } from '../src/certs/server-name.ts'
import { imageFlags } from '../test/steady/image-flags.ts'

/** A server that listens on loopback, in a process of its own. */
export interface ServerProcess {
  readonly pid: number
  readonly url: string
  /** PEM of what its clients must trust. */
  readonly authority: string
  /** From starting the process to being ready for requests. */
  readonly readyMs: number
  stop(): Promise<void>
}

const startLimitMs = 20_000

/** The program as `npm run build` made it, with a certificate that it makes itself. It logs as in a cluster, and Node has the image's flags. */
export async function startProgram(manifests: string, folder: string): Promise<ServerProcess> {
  const authorityFile = `${folder}/authority-${performance.now()}.pem`
  const anyPort = '127.0.0.1:0'
  const addresses = ['--listen', anyPort, '--ops-listen', anyPort, '--ca-out', authorityFile, '--drain-seconds', '0']
  const running = await start(
    '../dist/bond-injector.mjs',
    ['serve', '--manifests', manifests, ...addresses],
    imageFlags,
  )
  await ready(`${running.listening.ops ?? ''}/readyz`)
  const readyMs = performance.now() - running.startedAt
  return serverProcess(running, await readFile(authorityFile, 'utf8'), readyMs)
}

/** The bare handler, with a pair of the same kind, made by the same code. */
export async function startBare(folder: string): Promise<ServerProcess> {
  const now = new Date()
  const authority = await makeAuthority(now)
  const pair = await authority.issue(localNames, now)
  const files = { cert: `${folder}/bare.crt`, key: `${folder}/bare.key` }
  await writeFile(files.cert, pair.cert)
  await writeFile(files.key, pair.key)
  const running = await start('bare-https.mjs', [files.cert, files.key])
  return serverProcess(running, authority.cert, performance.now() - running.startedAt)
}

interface Listening {
  readonly msg: string
  readonly webhook: string
  readonly ops?: string
}

interface Running {
  readonly child: ChildProcess
  readonly listening: Listening
  readonly startedAt: number
}

/** Both servers say where they listen in one line of JSON. What the program says later is read and thrown away. */
async function start(script: string, args: readonly string[], flags: readonly string[] = []): Promise<Running> {
  const startedAt = performance.now()
  const file = fileURLToPath(new URL(script, import.meta.url))
  // Nobody's NODE_OPTIONS or BOND_INJECTOR_... may change what is measured.
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: {} })
  process.once('exit', () => child.kill('SIGKILL'))
  const failed = Promise.race([
    once(child, 'exit').then(([code]) => `ended (exit code ${String(code)}) before it listened`),
    setTimeout(startLimitMs, 'does not listen', { ref: false }),
  ]).then(problem => {
    throw new Error(`${script} ${problem}`)
  })
  const listening = await Promise.race([listeningLine(child), failed])
  // It will end some day, but then nobody waits for it.
  failed.catch(() => undefined)
  return { child, listening, startedAt }
}

function listeningLine({ stdout }: ChildProcess): Promise<Listening> {
  return new Promise((resolve, reject) => {
    if (!stdout) {
      reject(new Error('a server without a standard output'))
      return
    }
    const lines = createInterface(stdout).on('line', line => {
      const entry = JSON.parse(line) as Listening
      if (entry.msg !== 'listening') return
      lines.close()
      // Reading on without looking keeps the pipe empty at the least cost.
      stdout.resume()
      resolve(entry)
    })
  })
}

async function ready(url: string): Promise<void> {
  const stopAt = performance.now() + startLimitMs
  while (performance.now() < stopAt) {
    const answer = await fetch(url)
    await answer.body?.cancel()
    if (answer.ok) return
    await setTimeout(5)
  }
  throw new Error(`${url} does not become ready`)
}

function serverProcess({ child, listening }: Running, authority: string, readyMs: number): ServerProcess {
  const { pid } = child
  if (pid === undefined) throw new Error('a process without an id')
  const stop = async () => {
    const exit = once(child, 'exit')
    if (child.exitCode === null && child.kill('SIGTERM')) await exit
  }
  return { pid, url: listening.webhook, authority, readyMs, stop }
}
