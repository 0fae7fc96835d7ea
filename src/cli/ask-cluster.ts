import type { Catalogue } from '../bonding/catalogue.ts'
import { ApiFailure } from '../cluster/api-failure.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import { ClusterCatalogue } from './cluster-catalogue.ts'
import { clusterTrouble } from './cluster-trouble.ts'
import { connectCluster, type ClusterSettings } from './connect-cluster.ts'

/** `where-given`: only where --kubeconfig or --context names one. */
export type ClusterUse = 'where-given' | 'always'

/** A cluster that completes what files leave open. */
export interface AskedCluster {
  readonly connection: KubeConnection
  /** That of the context. */
  readonly namespace: string
  readonly networks: ClusterCatalogue
}

/** @returns undefined where no cluster is wanted, a sentence where the settings lead to none */
export async function askCluster(
  settings: ClusterSettings,
  use: ClusterUse,
): Promise<AskedCluster | string | undefined> {
  const given = settings.kubeconfig !== undefined || settings.context !== undefined
  if (use === 'where-given' && !given) return undefined
  const connection = await connectCluster(settings, 'asking a cluster')
  if (typeof connection === 'string') return connection
  const [{ kubeNetworks }, { contextNamespace }] = await Promise.all([
    import('../cluster/kube/networks.ts'),
    import('../cluster/kube/context-namespace.ts'),
  ])
  // Nothing is watched here.
  const networks = new ClusterCatalogue(kubeNetworks({ connection, watchSeconds: 1, pageSize: 500 }))
  return { connection, namespace: await contextNamespace(connection), networks }
}

/**
 * Judges until every namespace that the judgement asked for has been read.
 *
 * @param cluster undefined: the files have to say it all
 * @param judge gets what makes the complete catalogue of that of the files
 * @returns a sentence where the API server did not answer as wished
 */
export async function judgeWith<T extends object>(
  cluster: AskedCluster | undefined,
  judge: (complete: (files: Catalogue) => Catalogue) => T,
): Promise<T | string> {
  if (!cluster) return judge(files => files)
  const { networks } = cluster
  try {
    let judged: T
    do judged = judge(files => networks.behind(files))
    while (await networks.catchUp())
    return judged
  } catch (error) {
    if (error instanceof ApiFailure) return clusterTrouble(error, 'network-attachment-definitions.k8s.cni.cncf.io')
    throw error
  }
}
