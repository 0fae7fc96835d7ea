import { check } from '../../src/cli/check.ts'
import type { Cluster } from './cluster.ts'

/** What `bond-injector check` said. */
export interface Checked {
  readonly code: number
  readonly stderr: string
  /** Its lines, those that begin with `FAILED` apart. */
  readonly failed: readonly string[]
  readonly others: readonly string[]
}

/** Runs it as the administrator, if not with another kubeconfig. */
export async function runCheck(
  cluster: Cluster,
  flags: readonly string[],
  kubeconfig = cluster.kubeconfig,
): Promise<Checked> {
  let [stdout, stderr] = ['', '']
  const code = await check.start(
    [`--kubeconfig=${kubeconfig}`, ...flags],
    {},
    { stdout: text => void (stdout += text), stderr: text => void (stderr += text) },
  )
  const lines = stdout.split('\n').filter(line => line !== '')
  const isFailed = (line: string) => line.startsWith('FAILED')
  return { code, stderr, failed: lines.filter(isFailed), others: lines.filter(line => !isFailed(line)) }
}
