/** What repeats of one measurement say. The minimum is the least disturbed, the median what to expect. */
export interface Spread {
  readonly minimum: number
  readonly median: number
}

/** @param samples at least one */
export function spreadOf(samples: readonly number[]): Spread {
  return { minimum: Math.min(...samples), median: median(samples) }
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1)
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}
