import type { Logger } from 'pino'
import type { Clock } from '../certs/clock.ts'
import { endpointsOf } from './endpoints.ts'
import { openPairAndNetworks } from './open-pair-and-networks.ts'
import { openServers, type OpenServers } from './open-servers.ts'
import type { Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

/** Puts the webhook together from its settings and starts it. Where that fails, nothing is left open. */
export async function openWebhook(settings: ServeSettings, clock: Clock, log: Logger): Promise<Opening<OpenServers>> {
  const sources = await openPairAndNetworks(settings, clock, log)
  if (sources.kind === 'failed') return sources
  const { pair, networks } = sources.opened
  const servers = await openServers({
    webhook: { served: pair.served, endpoints: endpointsOf(settings, networks), log },
    metrics: {
      ...(networks.counts && { networks: networks.counts }),
      ...(pair.authorityNotAfter && { authorityNotAfter: pair.authorityNotAfter }),
    },
    drainSeconds: settings['drain-seconds'],
    listen: settings.listen,
    opsListen: settings['ops-listen'],
    conditions: () => [...pair.conditions(), networks.condition()],
    publish: pair.publish,
  })
  if (servers.kind === 'failed') {
    await sources.opened.close()
    return servers
  }
  const close = async () => {
    await servers.opened.close()
    await sources.opened.close()
  }
  return { kind: 'open', opened: { ...servers.opened, close } }
}
