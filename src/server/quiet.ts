import { setTimeout } from 'node:timers/promises'

export interface Pause {
  /** Milliseconds, of the same clock as `lastRequest`. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<unknown>
}

export type Quiet = 'quiet' | 'deadline'

/**
 * Waits until nobody has asked for anything during `pause` milliseconds, at most for `limit`: those who send requests
 * hear late that we leave.
 */
export async function untilQuiet(
  lastRequest: () => number,
  pause: number,
  limit: number,
  { now, sleep }: Pause = realTime,
): Promise<Quiet> {
  const begin = now()
  for (;;) {
    const at = now()
    const quietAt = Math.max(begin, lastRequest()) + pause
    if (at >= quietAt) return 'quiet'
    if (at >= begin + limit) return 'deadline'
    await sleep(Math.min(quietAt, begin + limit) - at)
  }
}

const realTime: Pause = { now: () => performance.now(), sleep: milliseconds => setTimeout(milliseconds) }
