import type { Section } from '../section.ts'
import { trendOf, type Slope } from './slope.ts'
import type { Soaked, SoakedReplica } from './soak.ts'
import { slopeIn, settled } from './verdict.ts'

/** One row for each replica. */
export function memorySection({ replicas }: Soaked): Section {
  return {
    title: 'Memory and descriptors',
    method:
      'Of each replica behind a full collection of garbage, by a straight line through all samples behind the warm-up, a quarter of the run and ten minutes at most. Slopes are per hour, each with its standard error; "flat" is what is less than three of them away from 0. Connections of the API server to the webhook come and go with the load, and are not among the descriptors.',
    header: [
      'replica',
      'resident, MiB',
      'slope of resident',
      'heap, MiB',
      'slope of heap',
      'descriptors',
      'slope of descriptors',
      'connections',
    ],
    rows: replicas.map(row),
  }
}

function row({ name, samples }: SoakedReplica): readonly string[] {
  const range = (values: readonly number[]) => `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`
  const kept = settled(samples)
  return [
    name,
    range(kept.map(({ resident }) => resident)),
    slopeText(slopeIn(samples, ({ resident }) => resident)),
    range(kept.map(({ heap }) => heap)),
    slopeText(slopeIn(samples, ({ heap }) => heap)),
    range(kept.map(({ descriptors }) => descriptors)),
    slopeText(slopeIn(samples, ({ descriptors }) => descriptors)),
    range(kept.map(({ connections }) => connections)),
  ]
}

export function slopeText(slope: Slope): string {
  return `${slope.slope.toFixed(2)} ± ${slope.error.toFixed(2)}, ${trendOf(slope)}`
}

/** What happened meanwhile, as lines of a list. */
export function happenings({ fates, worstP99, disturbed, replicas }: Soaked): readonly string[] {
  const watches = replicas.reduce((sum, { watches }) => sum + watches, 0)
  return [
    `creations: ${fates.right} right, ${fates.wrong} wrong, ${fates.failed} failed, ${fates.unreached} did not reach the API server`,
    `99 of 100 creations answered within ${worstP99.toFixed(0)} ms in the worst time between two samples`,
    ...[...disturbed].map(([name, times]) => `${name}: ${times} times`),
    `watches of networks begun: ${watches}, by all replicas together`,
    ...replicas.flatMap(({ name, warnings }) =>
      [...warnings].map(
        ([message, { times, last }]) => `${name} logged "${message}" ${times} times, the last: \`${last}\``,
      ),
    ),
  ]
}
