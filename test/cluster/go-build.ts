import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'

export interface GoBuild {
  /** The folder of the module. */
  readonly module: string
  readonly packages: readonly string[]
  readonly linkerFlags: string
  /** The folder that the binaries go to. */
  readonly output: string
}

export interface GoSurroundings {
  readonly environment: NodeJS.ProcessEnv
  /** Takes a line of progress. */
  readonly say: (line: string) => void
  /** Breaks a build off. */
  readonly signal?: AbortSignal
}

const progressEvery = 10_000

/** Throws, in one sentence, where Go is missing or older than `oldest` (`1.26.0`). `purpose` says what it is for. */
export async function requireGo(oldest: string, purpose: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const wanted = `Go ${oldest} or newer is needed to ${purpose}`
  // Not in the module's folder: a Go that is too old for its go.mod would complain about that instead.
  const answer = await output('go', ['version'], tmpdir(), environment).catch(() => undefined)
  if (answer === undefined) throw new Error(`${wanted}, but there is no go on the PATH.`)
  const version = /\bgo(\d+(?:\.\d+)*)/.exec(answer)?.[1]
  if (version !== undefined && isOlder(version, oldest))
    throw new Error(`${wanted}, but the go on the PATH is ${version}.`)
}

/** Runs `go build`; downloads nothing but Go modules. Throws with the compiler's last words. */
export async function goBuild(build: GoBuild, { environment, say, signal }: GoSurroundings): Promise<void> {
  const started = Date.now()
  // Without cgo the result does not depend on a C compiler. A newer toolchain is never fetched.
  const env = { ...environment, CGO_ENABLED: '0', GOWORK: 'off', GOTOOLCHAIN: 'local' }
  const flags = ['-v', '-mod=readonly', '-buildvcs=false', '-ldflags', build.linkerFlags, '-o', `${build.output}/`]
  const go = spawn('go', ['build', ...flags, ...build.packages], {
    cwd: build.module,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  const count = { compiled: 0, downloaded: 0 }
  const words: string[] = []
  createInterface(go.stderr).on('line', line => {
    if (line.startsWith('go: downloading ')) count.downloaded++
    else if (/^[\w./-]+$/.test(line)) count.compiled++
    else words.push(line)
  })
  const clock = setInterval(() => {
    say(`  ${elapsed(started)}: ${count.downloaded} modules downloaded, ${count.compiled} packages compiled`)
  }, progressEvery)
  try {
    await once(go, 'close')
    if (go.exitCode !== 0) throw new Error(`go build failed:\n${words.slice(-40).join('\n')}`)
  } finally {
    clearInterval(clock)
  }
  say(`  built in ${elapsed(started)}, ${count.compiled} packages compiled`)
}

async function output(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
  return text
}

function isOlder(version: string, than: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of than.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part < wanted
  }
  return false
}

function elapsed(since: number): string {
  const seconds = Math.round((Date.now() - since) / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
