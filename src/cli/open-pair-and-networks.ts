import type { Logger } from 'pino'
import type { Clock } from '../certs/clock.ts'
import { connectCluster } from './connect-cluster.ts'
import { openNetworks, type OpenNetworks } from './open-networks.ts'
import { openPair, type Connect, type OpenPair } from './open-pair.ts'
import { failed, type Opening } from './opening.ts'
import { tellWebhookOrder } from './tell-webhook-order.ts'
import type { ServeSettings } from './serve-flags.ts'

export interface OpenPairAndNetworks {
  readonly pair: OpenPair
  readonly networks: OpenNetworks
  readonly close: () => Promise<void>
}

/** All that the webhook needs before it can serve, over one connection to the cluster. Where one fails, none is left open. */
export async function openPairAndNetworks(
  settings: ServeSettings,
  clock: Clock,
  log: Logger,
): Promise<Opening<OpenPairAndNetworks>> {
  const connect = oneConnection(settings)
  const stop = new AbortController()
  const networks = await openNetworks(settings, log, connect)
  const pair = await openPair(settings, clock, log, connect)
  const close = async () => {
    stop.abort()
    for (const opening of [networks, pair]) if (opening.kind === 'open') await opening.opened.close()
  }
  if (networks.kind === 'open' && pair.kind === 'open') {
    if (settings.manifests.length === 0) {
      const site = { configurations: settings['mutating-webhook'], devices: settings.devices }
      void tellWebhookOrder(connect(), site, log, stop.signal)
    }
    return { kind: 'open', opened: { pair: pair.opened, networks: networks.opened, close } }
  }
  await close()
  const problems = [networks, pair].flatMap(opening => (opening.kind === 'failed' ? opening.problems : []))
  // Both may have failed for want of the same cluster.
  return failed(...new Set(problems))
}

/** Made when the first of the two wants it. */
function oneConnection(settings: ServeSettings): Connect {
  let made: ReturnType<Connect> | undefined
  return () => (made ??= connectCluster(settings, 'reading networks from a cluster', ', or --manifests DIR'))
}
