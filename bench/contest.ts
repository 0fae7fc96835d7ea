import { type BenchPod, reviewText } from './admission-review.ts'
import { checkAnswer } from './expected-answer.ts'
import type { Load, LoadGenerator, Pods } from './load.ts'
import { cpuMicroseconds } from './process-usage.ts'
import type { ServerProcess } from './server-process.ts'
import { type Spread, spreadOf } from './statistics.ts'

export interface Effort {
  readonly connections: number
  readonly rounds: number
  /** Of one round on one server; whichever bound comes first. */
  readonly requests: number
  readonly milliseconds: number
  readonly pods: Pods
}

export interface Timing {
  /** User and system time of the server for one request, in microseconds. */
  readonly cpu: Spread
  /** Until the whole answer is there, in milliseconds; each sample is the median of a round. */
  readonly answer: Spread
}

/** Long enough for the compiler: the program needs some ten thousand requests until its figures stand still. */
export const warmUp: Effort = {
  connections: 20,
  rounds: 1,
  requests: 15_000,
  milliseconds: 6_000,
  pods: 'each-another',
}

/**
 * Sends the same pod to all the servers, which take turns, so that what disturbs the machine disturbs all of them.
 *
 * @throws when any answer is not the right one
 */
export async function contest(
  servers: readonly ServerProcess[],
  pod: BenchPod,
  generator: LoadGenerator,
  effort: Effort,
): Promise<readonly Timing[]> {
  const entrants: { pid: number; load: Load; cpu: number[]; answer: number[] }[] = []
  for (const { pid, url, authority } of servers) {
    const load = { ...effort, url, authority, body: reviewText(pod), expected: undefined }
    const { answer: expected } = await generator.run({ ...load, connections: 1, requests: 1 })
    checkAnswer(expected, pod)
    entrants.push({ pid, load: { ...load, expected }, cpu: [], answer: [] })
  }
  for (let round = 0; round < effort.rounds; round++) {
    for (const { pid, load, cpu, answer } of entrants) {
      const before = await cpuMicroseconds(pid)
      const done = await generator.run(load)
      cpu.push(((await cpuMicroseconds(pid)) - before) / done.requests)
      answer.push(done.medianMs)
    }
  }
  return entrants.map(({ cpu, answer }) => ({ cpu: spreadOf(cpu), answer: spreadOf(answer) }))
}
