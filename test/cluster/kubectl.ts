import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface KubectlFacts {
  /** Absolute path of the program. */
  readonly program: string
  readonly kubeconfig: string
  /** A home of its own: kubectl's preferences and caches of the person who runs the tests stay out of it. */
  readonly home: string
}

export interface KubectlCall {
  readonly stdin?: string
  /** Another identity than the administrator's. */
  readonly kubeconfig?: string
  /** Milliseconds after which it is killed; default 60,000. */
  readonly within?: number
}

export interface KubectlResult {
  /** The exit code; undefined where a signal ended it. */
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
}

export type Kubectl = (args: readonly string[], call?: KubectlCall) => Promise<KubectlResult>

/** Runs this kubectl and no other, with nothing of the caller's environment but the PATH (`kubectl diff` runs diff). */
export function kubectlRunner(facts: KubectlFacts): Kubectl {
  return async (args, { stdin = '', kubeconfig = facts.kubeconfig, within = 60_000 } = {}) => {
    const env = { PATH: process.env['PATH'], HOME: facts.home, KUBECONFIG: kubeconfig }
    const child = spawn(facts.program, args, { cwd: facts.home, env, timeout: within, killSignal: 'SIGKILL' })
    const result = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (result.stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (result.stderr += chunk))
    // A kubectl that does not read its input closes it, which is no defect.
    child.stdin.on('error', () => undefined).end(stdin)
    await once(child, 'close')
    return { code: child.exitCode ?? undefined, ...result }
  }
}
