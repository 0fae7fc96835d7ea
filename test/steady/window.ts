import type { Cluster } from '../cluster/cluster.ts'
import type { Fate } from './create-pod.ts'
import type { Creation, PodWriters } from './pod-writers.ts'
import { callsBetween, webhookCalls, type WebhookCalls } from './webhook-calls.ts'

/** What happened between two moments. */
export interface WindowCounts {
  readonly seconds: number
  /** By the API server's own count. */
  readonly calls: WebhookCalls
  /** Those that were due within the window. */
  readonly creations: readonly Creation[]
  readonly fates: Readonly<Record<Fate, number>>
  /** Milliseconds from the moment a creation was due to its answer. NaN where there was none. */
  readonly latency: { readonly median: number; readonly p99: number; readonly longest: number }
  /** The problems of those that were not right, each with its count. */
  readonly problems: ReadonlyMap<string, number>
}

export interface OpenWindow {
  /** Milliseconds since it was opened. */
  age(): number
  /** Waits for the answers of what was due within it. */
  close(): Promise<WindowCounts>
}

/** Begins to count. */
export async function openWindow(cluster: Cluster, webhook: string, writers: PodWriters): Promise<OpenWindow> {
  const look = async () => webhookCalls(await cluster.metrics(), webhook)
  const before = await look()
  const begin = performance.now()
  return {
    age: () => performance.now() - begin,
    async close() {
      const end = performance.now()
      await writers.settled()
      const created = writers.creations.filter(({ due }) => due >= begin && due < end)
      return { seconds: (end - begin) / 1000, calls: callsBetween(before, await look()), ...countsOf(created) }
    },
  }
}

/** Of the API server's end of a connection: another one each time. */
const ownPort = /(?<=tcp 127\.0\.0\.1):\d+(?=->)/

/** The counts of these creations. */
export function countsOf(creations: readonly Creation[]): Omit<WindowCounts, 'seconds' | 'calls'> {
  const fates = { right: 0, wrong: 0, failed: 0, unreached: 0 }
  const problems = new Map<string, number>()
  for (const { fate, problem } of creations) {
    fates[fate]++
    const alike = problem.replace(ownPort, '')
    if (fate !== 'right') problems.set(alike, (problems.get(alike) ?? 0) + 1)
  }
  const took = creations.map(creation => creation.took).sort((a, b) => a - b)
  const at = (share: number) => took[Math.max(0, Math.ceil(took.length * share) - 1)] ?? NaN
  return {
    creations,
    fates,
    latency: { median: at(0.5), p99: at(0.99), longest: at(1) },
    problems,
  }
}
