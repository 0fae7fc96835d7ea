import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apiRequest, type ApiAnswer, type ApiCall, type ApiServerFacts } from './api-request.ts'
import { kubectlRunner, type Kubectl, type KubectlFacts } from './kubectl.ts'
import { networkAttachmentDefinitionCrd } from './network-attachment-definition.ts'
import { until, type Patience } from './until.ts'

export interface ClusterFacts extends ApiServerFacts, KubectlFacts {}

/** A running cluster, seen as its administrator. */
export interface Cluster extends ClusterFacts {
  readonly kubectl: Kubectl
  request(path: string, call?: ApiCall): Promise<ApiAnswer>
  /** What the API server itself measured, in Prometheus's text format. */
  metrics(): Promise<string>
  /** Makes a namespace and waits for its ServiceAccount, without which no pod can be created in it. */
  createNamespace(name: string): Promise<void>
  /** Returns when the kind can be used. May be called again, and by several test files at once. */
  installNetworkAttachmentDefinitionCrd(): Promise<void>
  /** Writes a kubeconfig for another token and returns its path. */
  writeKubeconfig(name: string, token: string): string
}

export function cluster(facts: ClusterFacts): Cluster {
  const kubectl = kubectlRunner(facts)
  const request = (path: string, call?: ApiCall) => apiRequest(facts, path, call)
  return {
    ...facts,
    kubectl,
    request,
    metrics: async () => (await request('/metrics')).body,
    async createNamespace(name) {
      await created(
        request('/api/v1/namespaces', { method: 'POST', body: { metadata: { name } } }),
        `namespace ${name}`,
      )
      await serviceAccount(facts, name)
    },
    async installNetworkAttachmentDefinitionCrd() {
      const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
      await created(request(path, { method: 'POST', body: networkAttachmentDefinitionCrd }), 'the NAD definition')
      await until('NADs are served', async () => {
        const { status } = await request('/apis/k8s.cni.cncf.io/v1/network-attachment-definitions?limit=1')
        return status === 200
      })
    },
    writeKubeconfig: (name, token) => writeKubeconfig(join(facts.home, `${name}.kubeconfig`), facts, token),
  }
}

/** Waits until the namespace has its `default` ServiceAccount. */
export async function serviceAccount(facts: ApiServerFacts, namespace: string, patience: Patience = {}): Promise<void> {
  const look = async () => {
    const { status } = await apiRequest(facts, `/api/v1/namespaces/${namespace}/serviceaccounts/default`)
    return status === 200
  }
  await until(`namespace ${namespace} has its ServiceAccount`, look, patience)
}

export function writeKubeconfig(file: string, { server, caFile }: ApiServerFacts, token: string): string {
  const name = 'test'
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority': caFile } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  }
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 })
  return file
}

async function created(call: Promise<ApiAnswer>, what: string): Promise<void> {
  const { status, body } = await call
  // 409: it is there already.
  if (status !== 201 && status !== 409) throw new Error(`${what} could not be created: ${status} ${body}`)
}
