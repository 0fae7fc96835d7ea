/** What the API server itself counted of one webhook since it started. */
export interface WebhookCalls {
  readonly asked: number
  /** No answer, or none that could be read. */
  readonly failed: number
  /** Seconds, of all calls together. */
  readonly seconds: number
  /** How many took at most so long: by the bound in seconds, which is text as the API server writes it. */
  readonly within: ReadonlyMap<string, number>
}

const prefix = 'apiserver_admission_webhook_'
const duration = `${prefix}admission_duration_seconds`

/** @param metrics the API server's /metrics */
export function webhookCalls(metrics: string, webhook: string): WebhookCalls {
  const lines = metrics.split('\n').filter(line => line.includes(`name="${webhook}"`))
  const sum = (name: string, label = '') =>
    lines
      .filter(line => line.startsWith(`${name}{`) && line.includes(label))
      .reduce((total, line) => total + valueOf(line), 0)
  const bounds = new Set(lines.map(line => /\ble="([^"]+)"/.exec(line)?.[1]).filter(bound => bound !== undefined))
  return {
    asked: sum(`${duration}_count`),
    // Its own label `error_type` says in what way; a refusal is `no_error`, and counts here as well.
    failed: sum(`${prefix}rejection_count`, 'error_type="calling_webhook_error"'),
    seconds: sum(`${duration}_sum`),
    within: new Map([...bounds].map(bound => [bound, sum(`${duration}_bucket`, `le="${bound}"`)])),
  }
}

/** What came in between. An API server that was restarted meanwhile counts from nothing: what it did before is lost. */
export function callsBetween(before: WebhookCalls, after: WebhookCalls): WebhookCalls {
  if (after.asked < before.asked) return after
  const within = [...after.within].map(([bound, count]) => [bound, count - (before.within.get(bound) ?? 0)] as const)
  return {
    asked: after.asked - before.asked,
    failed: after.failed - before.failed,
    seconds: after.seconds - before.seconds,
    within: new Map(within),
  }
}

function valueOf(line: string): number {
  return Number(line.slice(line.lastIndexOf(' ') + 1))
}
