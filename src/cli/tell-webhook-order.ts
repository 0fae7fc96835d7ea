import type { Logger } from 'pino'
import { ApiFailure } from '../cluster/api-failure.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import { judgeOrder, type OrderVerdict, type Site } from '../cluster/webhook-order/judge-order.ts'

/**
 * Logs once what the other mutating webhooks of the cluster mean for ours. Nothing waits for it, and nothing depends on
 * it: it never rejects, and where webhooks may not be listed it says so in one line.
 *
 * @param connecting the way to the cluster; a sentence where there is none
 * @param signal ends it, without a word
 */
export async function tellWebhookOrder(
  connecting: Promise<KubeConnection | string>,
  site: Site,
  log: Logger,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const connection = await connecting
    if (typeof connection === 'string') return
    const { podCalls } = await import('../cluster/kube/mutating-webhooks.ts')
    const calls = await podCalls(connection, signal)
    tell(judgeOrder(calls, site), log)
  } catch (error) {
    if (signal?.aborted === true) return
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof ApiFailure) log.info({ reason }, 'other webhooks not read')
    else log.error({ error: reason }, 'other webhooks not judged')
  }
}

function tell(verdict: OrderVerdict, log: Logger): void {
  if (verdict.kind === 'not-registered') {
    log.info('other webhooks not judged, since no webhook of ours is registered for pods')
    return
  }
  for (const remark of verdict.remarks) {
    if (remark.kind === 'fine') log.info({ fact: remark.fact }, 'other webhook')
    else log.warn({ problem: remark.problem, fix: remark.fix }, 'other webhook')
  }
}
