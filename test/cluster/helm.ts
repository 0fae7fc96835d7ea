import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { ensureBinaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { memberOf } from './json-member.ts'
import { kubectlRunner, type Kubectl } from './kubectl.ts'

/** Where the chart is; helm runs in another folder. */
export const chart = join(import.meta.dirname, '..', '..', 'charts', 'bond-injector')

/** helm, as the administrator of this cluster, with a home of its own. Called like kubectl. */
export async function helmOf(cluster: Cluster): Promise<Kubectl> {
  const { helm } = await ensureBinaries()
  return kubectlRunner({ program: helm, kubeconfig: cluster.kubeconfig, home: cluster.home })
}

/** Throws with the program's words where it did not succeed. Returns what it printed. */
export async function succeeded(call: ReturnType<Kubectl>): Promise<string> {
  const { code, stdout, stderr } = await call
  if (code !== 0) throw new Error(`exit code ${String(code)}: ${stderr}${stdout}`)
  return stdout
}

/** The objects of a rendered chart. */
export function objectsIn(rendered: string): readonly unknown[] {
  const documents = parseAllDocuments(rendered)
  return documents.map(document => document.toJS() as unknown).filter(object => object !== null)
}

/** The one object of this kind and name. Throws if there is none. */
export function objectOf(objects: readonly unknown[], kind: string, name: string): unknown {
  const found = objects.find(
    object => memberOf(object, 'kind') === kind && memberOf(object, 'metadata', 'name') === name,
  )
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`)
  return found
}
