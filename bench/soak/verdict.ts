import type { Sample } from './sample.ts'
import { slopeOf, trendOf, type Slope } from './slope.ts'
import type { Soaked } from './soak.ts'

/** Fewer than so many come and go with the connections of the API server. */
const leakedDescriptors = 8
const warmUpShare = 0.25
const longestWarmUpHours = 1 / 6

/** The samples behind the warm-up, which is a quarter of the run, and ten minutes at most. */
export function settled(samples: readonly Sample[]): readonly Sample[] {
  const whole = samples.at(-1)?.hours ?? 0
  const warm = Math.min(whole * warmUpShare, longestWarmUpHours)
  return samples.filter(({ hours }) => hours >= warm)
}

/** Per hour, of what is settled. */
export function slopeIn(samples: readonly Sample[], of: (sample: Sample) => number): Slope {
  return slopeOf(settled(samples).map(sample => ({ x: sample.hours, y: of(sample) })))
}

/** How many descriptors more there are in the end than behind the warm-up, by a line through the samples. */
export function leaked(samples: readonly Sample[]): number {
  const slope = slopeIn(samples, ({ descriptors }) => descriptors)
  const kept = settled(samples)
  const hours = (kept.at(-1)?.hours ?? 0) - (kept[0]?.hours ?? 0)
  const growth = slope.slope * hours
  return trendOf(slope) === 'rising' && growth >= leakedDescriptors ? growth : 0
}

/** Why the run failed, one sentence each; empty: it did not. Memory is told, and fails nothing. */
export function failures({ fates, problems, replicas }: Soaked): readonly string[] {
  const each = replicas.flatMap(({ name, ended, stray, samples }) => {
    const more = leaked(samples)
    return [
      ...(ended === undefined ? [] : [`${name} ended: ${ended}`]),
      ...(stray.length === 0 ? [] : [`${name} printed what is no line of its log: ${stray.slice(0, 3).join(' ')}`]),
      ...(more === 0 ? [] : [`${name} has ${more.toFixed(0)} descriptors more than in the beginning`]),
    ]
  })
  return [
    ...(fates.right === 0 ? ['nothing was asked'] : []),
    ...[...problems].map(([problem, times]) => `${times} x ${problem}`),
    ...each,
  ]
}
