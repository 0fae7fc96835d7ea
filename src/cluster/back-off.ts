import { setTimeout as delay } from 'node:timers/promises'

/** Milliseconds between attempts. */
export interface Retry {
  /** The first wait; each failure doubles it. */
  readonly first: number
  readonly longest: number
  /** The longest where nobody answers at all: asking costs the API server nothing then, and it may be back any moment. */
  readonly longestUnanswered: number
  /** Resolves after so long, or as soon as the signal is aborted. Default: a timer that keeps no process alive. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** Waits this much longer than the first one may be cut short: more would be a way to ask in a loop. */
const worthCutting = 4

/** The waits between the attempts of one who does not give up. */
export class BackOff {
  private readonly retry: Retry
  /** Failures in a row that count. */
  private failures = 0
  private unanswered = false
  private long: AbortController | undefined

  constructor(retry: Retry) {
    this.retry = retry
  }

  /**
   * After a failed attempt.
   *
   * @param failures in a row, from 1
   * @param answered whether the API server said anything, and be it a refusal. Its first word after a silence makes the
   *   next wait a short one
   */
  async wait(failures: number, answered: boolean, stopped: AbortSignal): Promise<void> {
    this.failures = answered && this.unanswered ? 1 : Math.min(failures, this.failures + 1)
    this.unanswered = !answered
    const { first, longest, longestUnanswered } = this.retry
    const wait = Math.min(answered ? longest : longestUnanswered, first * 2 ** Math.min(this.failures - 1, 20))
    this.long = wait >= worthCutting * first ? new AbortController() : undefined
    const signal = this.long ? AbortSignal.any([stopped, this.long.signal]) : stopped
    // Replicas that lost the same API server shall not come back in step.
    await (this.retry.sleep ?? sleepByTimer)(wait * (0.5 + Math.random() / 2), signal)
    this.long = undefined
  }

  /** The API server answered somebody else: a long wait for it is over. */
  cut(): void {
    if (!this.unanswered || !this.long) return
    this.failures = 0
    this.long.abort()
  }
}

async function sleepByTimer(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
}
