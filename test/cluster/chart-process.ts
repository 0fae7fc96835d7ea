import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Cluster } from './cluster.ts'
import { succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'

/** A pod as the chart makes it, and the namespace it would run in. */
export interface ChartPod {
  readonly namespace: string
  readonly spec: unknown
  /** Where on this machine the volume is that the chart mounts. */
  readonly tlsFolder?: string | undefined
}

export interface ChartProcess {
  /** Resolves when `serve` listens. */
  readonly listening: Promise<void>
  /** Resolves with the exit code, and with all that was printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly printed: string }>
  stop(): Promise<void>
}

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')
const tailLines = 30

/**
 * Runs the program as the kubelet would: with the arguments and the environment of the pod's container and a token of its
 * account; only where that token is, and a mounted Secret, is told otherwise. It is killed with the test `t` at the latest.
 */
export async function startChartPod(
  t: Test,
  cluster: Cluster,
  { namespace, spec, tlsFolder = '' }: ChartPod,
): Promise<ChartProcess> {
  const account = String(memberOf(spec, 'serviceAccountName'))
  const token = await succeeded(cluster.kubectl(['create', 'token', account, '-n', namespace]))
  const kubeconfig = cluster.writeKubeconfig(`${namespace}.${account}`, token.trim())
  const container = memberOf(spec, 'containers', 0)
  const env = { PATH: process.env['PATH'], BOND_INJECTOR_KUBECONFIG: kubeconfig, ...environmentOf(container) }
  const mounted = String(memberOf(container, 'volumeMounts', 0, 'mountPath'))
  const args = listOf(memberOf(container, 'args')).map(arg => String(arg).replace(mounted, tlsFolder))
  const child = spawn(process.execPath, [main, ...args], { env })
  let printed = ''
  const { promise: listening, resolve } = Promise.withResolvers<undefined>()
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (printed.includes('"msg":"listening"')) resolve(undefined)
    })
  }
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, printed }))
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
    if (!t.passing()) for (const line of printed.split('\n').slice(-tailLines)) t.comment(line)
  })
  return {
    listening,
    ended,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function environmentOf(container: unknown): Record<string, string> {
  const variables = listOf(memberOf(container, 'env'))
  return Object.fromEntries(variables.map(one => [String(memberOf(one, 'name')), String(memberOf(one, 'value'))]))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
