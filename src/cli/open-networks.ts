import type { Logger } from 'pino'
import type { LiveNetworks } from '../admission/look-up.ts'
import type { Catalogue } from '../bonding/catalogue.ts'
import { openManifests } from './open-manifests.ts'
import type { NetworkCounts } from '../cluster/cluster-networks.ts'
import type { Connect } from './open-pair.ts'
import type { Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

/** Where the network attachment definitions come from: files, or a cluster. */
export interface OpenNetworks {
  readonly catalogue: Catalogue
  /** Absent where the catalogue is complete by itself. */
  readonly live?: LiveNetworks
  /** For the metrics; absent where the networks are those of files. */
  readonly counts?: () => NetworkCounts
  /** As a condition of being ready. */
  readonly condition: () => { readonly name: string; readonly ok: boolean; readonly message: string }
  readonly close: () => void | Promise<void>
}

/** Files where --manifests names some, else the cluster; its client library is loaded only then. */
export async function openNetworks(
  settings: ServeSettings,
  log: Logger,
  connect: Connect,
): Promise<Opening<OpenNetworks>> {
  if (settings.manifests.length === 0) return (await import('./open-cluster.ts')).openCluster(settings, log, connect)
  const opening = await openManifests(settings.manifests, settings.namespace, log)
  if (opening.kind === 'failed') return opening
  const { catalogue, state, close } = opening.opened
  return { kind: 'open', opened: { catalogue, condition: () => ({ name: 'manifests', ...state() }), close } }
}
