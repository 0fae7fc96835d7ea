import type { Logger } from 'pino'
import { mutatePods } from '../admission/mutate-pods.ts'
import { createPlanner } from '../bonding/plan.ts'
import type { Clock } from '../certs/clock.ts'
import { openNetworks } from './open-networks.ts'
import { openPair } from './open-pair.ts'
import { openServers, type OpenServers } from './open-servers.ts'
import { failed, type Opening } from './opening.ts'
import { policyOf } from './policy.ts'
import type { ServeSettings } from './serve-flags.ts'

/** Puts the webhook together from its settings and starts it. Where that fails, nothing is left open. */
export async function openWebhook(settings: ServeSettings, clock: Clock, log: Logger): Promise<Opening<OpenServers>> {
  const networks = await openNetworks(settings, log)
  const pair = await openPair(settings, clock)
  const closeBoth = async () => {
    for (const opening of [networks, pair]) if (opening.kind === 'open') await opening.opened.close()
  }
  if (networks.kind === 'failed' || pair.kind === 'failed') {
    await closeBoth()
    return failed(...[networks, pair].flatMap(opening => (opening.kind === 'failed' ? opening.problems : [])))
  }
  const { catalogue, lookUp, condition } = networks.opened
  const { served, publish } = pair.opened
  const servers = await openServers({
    webhook: {
      served,
      endpoints: [{ path: '/mutate/pods', handler: mutatePods(createPlanner(policyOf(settings)), catalogue, lookUp) }],
      log,
    },
    listen: settings.listen,
    opsListen: settings['ops-listen'],
    conditions: () => [{ name: 'certificate', ...served.state(clock.now()) }, condition()],
    publish,
  })
  if (servers.kind === 'failed') {
    await closeBoth()
    return servers
  }
  const close = async () => {
    await servers.opened.close()
    await closeBoth()
  }
  return { kind: 'open', opened: { ...servers.opened, close } }
}
