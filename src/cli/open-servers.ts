import { Connections } from '../server/connections.ts'
import { drainable } from '../server/drain.ts'
import { listen, type Address, type Listening } from '../server/listen.ts'
import type { MetricsOptions } from '../server/metrics-options.ts'
import { Metrics } from '../server/metrics.ts'
import { createOpsServer } from '../server/ops-server.ts'
import { untilQuiet, type Pause, type Quiet } from '../server/quiet.ts'
import { createWebhookServer, type WebhookServerOptions } from '../server/webhook-server.ts'
import { failed, type Opening } from './opening.ts'
import { version } from './version.ts'

export interface ServersOptions {
  readonly webhook: Pick<WebhookServerOptions, 'served' | 'endpoints' | 'log'>
  readonly listen: Address
  readonly opsListen: Address
  readonly conditions: MetricsOptions['readiness']
  /** What must be done between listening and saying so. */
  readonly publish: () => Promise<string | undefined>
  /** How long `leave` may go on answering, in seconds. */
  readonly drainSeconds?: number
  readonly metrics?: MetricsOptions['source']
  /** For tests, which do not wait. */
  readonly pause?: Pause
}

export interface OpenServers {
  /** Where they really listen. */
  readonly webhook: Address
  readonly ops: Address
  /** Not ready at once; goes on answering until nobody asks any more, or the time for it is over. */
  readonly leave: () => Promise<Quiet>
  /** Not ready at once; answers what is in flight; then no server is left. */
  readonly close: () => Promise<void>
}

/** How long requests in flight may take when we are told to stop: more than the API server waits for any webhook by default. */
const drainMs = 10_000

/**
 * Whoever is not ready any more is still called until every node has heard of it, which takes a second or two, and on
 * connections that are open.
 */
const quietMs = 5_000

/** Starts both servers. The ports come first: whoever finds one taken must not overwrite what its owner has published. */
export async function openServers(options: ServersOptions): Promise<Opening<OpenServers>> {
  const { server, ops, leave, close } = createServers(options)
  const [webhookAt, opsAt] = [await listen(server, options.listen), await listen(ops, options.opsListen)]
  if (webhookAt.kind === 'failed' || opsAt.kind === 'failed') {
    await close()
    return failed(...problemOf('--listen', webhookAt), ...problemOf('--ops-listen', opsAt))
  }
  const problem = await options.publish()
  if (problem !== undefined) {
    await close()
    return failed(problem)
  }
  return { kind: 'open', opened: { webhook: webhookAt.address, ops: opsAt.address, leave, close } }
}

function createServers({ webhook, conditions, metrics: source = {}, drainSeconds = 15, pause }: ServersOptions) {
  let stopping = false
  // Overload is told, and does not make it false: were all replicas overloaded, slow answers would become failed ones.
  const serving = () => ({ name: 'serving', ok: !stopping, message: stopping ? 'stopping' : metrics.load })
  const readiness = () => [serving(), ...conditions()]
  const connections = new Connections()
  const metrics = new Metrics({ version, served: webhook.served, connections, readiness, source })
  const server = createWebhookServer({ ...webhook, metrics: metrics.admissions, connections })
  const ops = createOpsServer(readiness, metrics)
  const leaveNow = () => {
    stopping = true
    connections.leave()
  }
  const [drain, drainOps] = [drainable(server, leaveNow), drainable(ops, leaveNow)]
  const leave = () => {
    leaveNow()
    const limit = drainSeconds * 1000
    return untilQuiet(() => connections.lastRequest, Math.min(quietMs, limit), limit, pause)
  }
  const close = async () => {
    await drain(drainMs)
    await drainOps(0)
    metrics.stop()
  }
  return { server, ops, leave, close }
}

function problemOf(flag: string, listening: Listening): readonly string[] {
  return listening.kind === 'failed' ? [`${flag}: ${listening.problem}`] : []
}
