import { performance } from 'node:perf_hooks'
import type { Logger } from 'pino'
import { ClusterNetworks } from '../cluster/cluster-networks.ts'
import type { FollowState } from '../cluster/follow-networks.ts'
import type { OpenNetworks } from './open-networks.ts'
import type { Connect } from './open-pair.ts'
import { failed, type Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

/** The networks of a cluster. Whether it can be reached shows later, in the log and in /readyz: it may come up after us. */
export async function openCluster(
  settings: ServeSettings,
  log: Logger,
  connect: Connect,
): Promise<Opening<OpenNetworks>> {
  const connection = await connect()
  if (typeof connection === 'string') return failed(connection)
  const { kubeNetworks } = await import('../cluster/kube/networks.ts')
  const networks = new ClusterNetworks({
    api: kubeNetworks({
      connection,
      // A quiet watch must end, and so prove that the API server is there, well before what we know counts as old.
      watchSeconds: Math.max(1, Math.min(25, Math.floor(settings['stale-after'] / 2))),
      pageSize: 500,
    }),
    namespaces: settings['watch-namespace'],
    staleAfter: settings['stale-after'],
    now: () => performance.now(),
    retry: { first: 200, longest: 10_000, longestUnanswered: 2_000 },
    changed: state => {
      tell(state, networks, log)
    },
  })
  networks.start()
  return {
    kind: 'open',
    opened: {
      catalogue: networks.catalogue,
      live: networks,
      counts: () => networks.counts(),
      condition: () => ({ name: 'networks', ...networks.condition() }),
      close: () => networks.stop(),
    },
  }
}

function tell({ namespace, synced, trouble }: FollowState, networks: ClusterNetworks, log: Logger): void {
  const where = namespace === undefined ? {} : { namespace }
  if (trouble !== undefined) log.error({ ...where, synced, problem: trouble }, 'networks not followed')
  else log.info({ ...where, state: networks.condition().message }, 'networks followed')
}
