/** What the API server waits where a webhook configuration says nothing else. */
const usual = 10_000

/** Milliseconds that the API server waits for an answer, from its `?timeout=5s` (Go's form; whole seconds). */
export function timeBudget(query: unknown): number {
  const given: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'timeout') : undefined
  const [, seconds] = typeof given === 'string' ? (/^(\d{1,2})s$/.exec(given) ?? []) : []
  return seconds === undefined ? usual : Number(seconds) * 1000
}
