import type { KubeConnection } from '../cluster/kube/connection.ts'

/** The client library uses what older versions do not have (undici 8). */
const oldestNode = [22, 19] as const

/** How long one call to the API server may take. */
const requestTimeoutMs = 10_000

export interface ClusterSettings {
  readonly kubeconfig: string | undefined
  readonly context: string | undefined
}

/**
 * The way to the API server, or a sentence that says why the settings lead nowhere. Whether it answers shows later. The client library is
 * loaded here, when a cluster is wanted: it costs 400 ms, 80 MB and a newer Node.
 *
 * @param purpose what the cluster is for: begins the sentence about an old Node
 * @param instead what to do without one; ends it
 */
export async function connectCluster(
  { kubeconfig, context }: ClusterSettings,
  purpose: string,
  instead = '',
): Promise<KubeConnection | string> {
  const { node } = process.versions
  if (!isNewEnough(node)) {
    return `${purpose} needs Node ${oldestNode.join('.')} or newer, and this is ${node}: use a newer Node${instead}`
  }
  const { KubeConnection, NoClusterConfigured } = await import('../cluster/kube/connection.ts')
  try {
    const options = {
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
      ...(context === undefined ? {} : { context }),
      requestTimeout: requestTimeoutMs,
    }
    return new KubeConnection(options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof NoClusterConfigured) return `${reason}${instead}`
    return kubeconfig === undefined ? reason : `--kubeconfig ${kubeconfig}: ${reason}`
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}
