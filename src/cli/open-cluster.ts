import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'
import { ClusterNetworks } from '../cluster/cluster-networks.ts'
import type { FollowState } from '../cluster/follow-networks.ts'
import type { NetworksApi } from '../cluster/networks-api.ts'
import type { OpenNetworks } from './open-networks.ts'
import { failed, type Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

/** The client library uses what older versions do not have (undici 8). */
const oldestNode = [22, 19] as const

/** The networks of a cluster. Whether it can be reached shows later, in the log and in /readyz: it may come up after us. */
export async function openCluster(settings: ServeSettings, log: Logger): Promise<Opening<OpenNetworks>> {
  if (!isNewEnough(process.versions.node)) {
    return failed(
      `reading networks from a cluster needs Node ${oldestNode.join('.')} or newer, and this is ${process.versions.node}: use a newer Node, or --manifests DIR`,
    )
  }
  const api = await connect(settings)
  if (typeof api === 'string') return failed(api)
  const networks = new ClusterNetworks({
    api,
    namespaces: settings['watch-namespace'],
    staleAfter: settings['stale-after'],
    now: () => performance.now(),
    retry: { first: 200, longest: 10_000 },
    changed: state => {
      tell(state, networks, log)
    },
  })
  networks.start()
  return {
    kind: 'open',
    opened: {
      catalogue: networks.catalogue,
      lookUp: (keys, signal) => networks.lookUp(keys, signal),
      condition: () => ({ name: 'networks', ...networks.condition() }),
      close: () => networks.stop(),
    },
  }
}

/** The client, or why the kubeconfig cannot be used. */
async function connect({
  kubeconfig,
  context,
  'stale-after': staleAfter,
}: ServeSettings): Promise<NetworksApi | string> {
  const { createKubeApi } = await import('../cluster/kube-api.ts')
  try {
    return createKubeApi({
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
      ...(context === undefined ? {} : { context }),
      requestTimeout: 10_000,
      // A quiet watch must end, and so prove that the API server is there, well before what we know counts as old.
      watchSeconds: Math.max(1, Math.min(25, Math.floor(staleAfter / 2))),
      pageSize: 500,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return kubeconfig === undefined ? reason : `--kubeconfig ${kubeconfig}: ${reason}`
  }
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

function tell({ namespace, synced, trouble }: FollowState, networks: ClusterNetworks, log: Logger): void {
  const where = namespace === undefined ? {} : { namespace }
  if (trouble !== undefined) log.error({ ...where, synced, problem: trouble }, 'networks not followed')
  else log.info({ ...where, state: networks.condition().message }, 'networks followed')
}
