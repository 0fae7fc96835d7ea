import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Cluster } from './cluster.ts'
import { succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'

/** A pod as the chart makes it, and the namespace it would run in. */
export interface ChartPod {
  readonly namespace: string
  readonly spec: unknown
  /** Where on this machine the files of its Secret are. */
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
 * account; only where that token is, and what is mounted, is told otherwise. It is killed with the test `t` at the latest.
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
  const settings = await mountSettings(t, cluster, namespace, spec)
  const folders: Readonly<Record<string, string>> = { settings, tls: tlsFolder }
  const args = listOf(memberOf(container, 'args')).map(arg =>
    listOf(memberOf(container, 'volumeMounts')).reduce<string>(
      (text, mount) =>
        text.replace(String(memberOf(mount, 'mountPath')), folders[String(memberOf(mount, 'name'))] ?? ''),
      String(arg),
    ),
  )
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

/** The files of the ConfigMap that the pod mounts; the folder is empty where it mounts none. */
async function mountSettings(t: Test, cluster: Cluster, namespace: string, spec: unknown): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-settings-'))
  t.teardown(() => {
    rmSync(folder, { recursive: true })
  })
  const volume = listOf(memberOf(spec, 'volumes')).find(one => memberOf(one, 'name') === 'settings')
  if (volume === undefined) return folder
  const name = String(memberOf(volume, 'configMap', 'name'))
  const found = await succeeded(cluster.kubectl(['get', 'configmap', name, '-n', namespace, '-o', 'json']))
  const files = Object.entries(Object(memberOf(JSON.parse(found), 'data')) as Record<string, string>)
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
  return folder
}

function environmentOf(container: unknown): Record<string, string> {
  const variables = listOf(memberOf(container, 'env'))
  return Object.fromEntries(variables.map(one => [String(memberOf(one, 'name')), String(memberOf(one, 'value'))]))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
