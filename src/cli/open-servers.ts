import { drainable } from '../server/drain.ts'
import { listen, type Address, type Listening } from '../server/listen.ts'
import { createOpsServer } from '../server/ops-server.ts'
import type { Readiness } from '../server/readiness.ts'
import { createWebhookServer, type WebhookServerOptions } from '../server/webhook-server.ts'
import { failed, type Opening } from './opening.ts'

export interface ServersOptions {
  readonly webhook: WebhookServerOptions
  readonly listen: Address
  readonly opsListen: Address
  readonly conditions: Readiness
  /** What must be done between listening and saying so. */
  readonly publish: () => Promise<string | undefined>
}

export interface OpenServers {
  /** Where they really listen. */
  readonly webhook: Address
  readonly ops: Address
  /** Not ready at once; answers what is in flight; then no server is left. */
  readonly close: () => Promise<void>
}

/** How long requests in flight may take when we are told to stop: more than the API server waits for any webhook by default. */
const drainMs = 10_000

/** Starts both servers. The ports come first: whoever finds one taken must not overwrite what its owner has published. */
export async function openServers(options: ServersOptions): Promise<Opening<OpenServers>> {
  let stopping = false
  const serving = () => ({ name: 'serving', ok: !stopping, message: stopping ? 'stopping' : 'admissions are answered' })
  const server = createWebhookServer(options.webhook)
  const ops = createOpsServer(() => [serving(), ...options.conditions()])
  const [drain, drainOps] = [drainable(server), drainable(ops)]
  const close = async () => {
    stopping = true
    await drain(drainMs)
    await drainOps(0)
  }
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
  return { kind: 'open', opened: { webhook: webhookAt.address, ops: opsAt.address, close } }
}

function problemOf(flag: string, listening: Listening): readonly string[] {
  return listening.kind === 'failed' ? [`${flag}: ${listening.problem}`] : []
}
