import type { WebhookCalls } from '../../test/steady/webhook-calls.ts'
import { median } from '../statistics.ts'

/** What the rounds of one measurement say. */
export interface Rounds {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

/** @param samples at least one */
export function roundsOf(samples: readonly number[]): Rounds {
  return { median: median(samples), lowest: Math.min(...samples), highest: Math.max(...samples) }
}

/** Each round is held against the same round of the other: the machine was as busy for both. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Rounds {
  const ratios = ours.flatMap((value, round) => {
    const other = theirs[round]
    return other === undefined ? [] : [value / other]
  })
  return roundsOf(ratios)
}

/** Milliseconds of one call. NaN where there was none. */
export function meanMs({ seconds, asked }: WebhookCalls): number {
  return (seconds / asked) * 1000
}

/**
 * Which share of all calls took no longer than so.
 *
 * @param bound of the API server's histogram, in seconds, as it writes it
 */
export function shareWithin(calls: readonly WebhookCalls[], bound: string): number {
  const within = calls.reduce((sum, { within }) => sum + (within.get(bound) ?? 0), 0)
  return within / calls.reduce((sum, { asked }) => sum + asked, 0)
}

/** The median, and in brackets the lowest and the highest. */
export function roundsText({ median, lowest, highest }: Rounds, digits: number): string {
  return `${median.toFixed(digits)} (${lowest.toFixed(digits)} to ${highest.toFixed(digits)})`
}
