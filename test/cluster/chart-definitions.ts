import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { until } from './until.ts'

/** What others define that the chart can make objects of. */
const definitions = [
  {
    module: 'github.com/cert-manager/cert-manager',
    files: 'deploy/crds/cert-manager.io_*.yaml',
    serves: ['cert-manager.io/v1/certificates', 'cert-manager.io/v1/issuers'],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator',
    files: 'example/prometheus-operator-crd/monitoring.coreos.com_{servicemonitors,prometheusrules}.yaml',
    serves: ['monitoring.coreos.com/v1/servicemonitors', 'monitoring.coreos.com/v1/prometheusrules'],
  },
]

/**
 * Installs the custom resource definitions of cert-manager and of the Prometheus operator, from their Go modules: files of
 * that version, checked by go.sum. Returns when they are served.
 */
export async function installDefinitions(cluster: Cluster): Promise<void> {
  for (const { module, files, serves } of definitions) {
    const cwd = folderOf(module)
    const texts = globSync(files, { cwd }).map(file => readFileSync(join(cwd, file), 'utf8'))
    await succeeded(cluster.kubectl(['apply', '--server-side', '-f', '-'], { stdin: texts.join('\n---\n') }))
    await until(`${serves.join(' and ')} are served`, async () => {
      const answers = await Promise.all(serves.map(kind => cluster.request(`/apis/${kind}?limit=1`)))
      return answers.every(({ status }) => status === 200)
    })
  }
}

function folderOf(module: string): string {
  const cwd = join(import.meta.dirname, '..', 'chart', 'definitions')
  return String(
    memberOf(JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd }).toString()), 'Dir'),
  )
}
