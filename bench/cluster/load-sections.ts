import { type Section } from '../section.ts'
import type { Course } from './contest.ts'
import { meanMs, ratioOf, roundsOf, roundsText, shareWithin } from './rounds.ts'
import { atLeast, atMost } from './target.ts'

/** What is held against the bare webhook. */
export interface Comparison {
  readonly courses: readonly Course[]
  readonly bare: Course
  /** The one that the targets are for. */
  readonly judged: Course
}

export const speedTarget = 0.9
const meanTarget = 1.15
const withinTarget = 99.9

export function speeds({ turns }: Course): readonly number[] {
  return turns.map(({ perSecond }) => perSecond)
}

/** Of each round, in milliseconds. */
export function means({ turns }: Course): readonly number[] {
  return turns.flatMap(({ calls }) => (calls ? [meanMs(calls)] : []))
}

/** As many creations as the API server takes. */
export function speedSection(title: string, { courses, bare, judged }: Comparison): Section {
  return {
    title,
    method:
      'Creations per second over 16 connections, each sending the next pod when the last one is there; their ratio to those with the bare webhook in the same round; and the mean time of a call to the webhook by the histogram of the API server, in milliseconds. Each time the median of the rounds, and in brackets the lowest and the highest.',
    header: ['webhook', 'creations a second', 'ratio', 'call, ms', 'target, ratio'],
    rows: courses.map(course => {
      const ratio = ratioOf(speeds(course), speeds(bare))
      return [
        course.contender.name,
        roundsText(roundsOf(speeds(course)), 0),
        course === bare ? '1' : roundsText(ratio, 2),
        course.contender.webhook === undefined ? '' : roundsText(roundsOf(means(course)), 2),
        course === judged ? atLeast(ratio.median, speedTarget, 2) : '',
      ]
    }),
  }
}

/** A load that the API server copes with. */
export function rateSection(title: string, { courses, bare, judged }: Comparison): Section {
  return {
    title,
    method: `Pods created at a fixed rate, whether or not the API server keeps up. The mean time of a call to the webhook by the histogram of the API server, in milliseconds, as above; its ratio to the bare webhook's; and the percentage of all calls that took at most 5 and at most 25 ms.`,
    header: ['webhook', 'call, ms', 'ratio', 'target', 'within 5 ms', 'within 25 ms', 'target'],
    rows: courses.map(course => {
      const calls = course.turns.flatMap(turn => (turn.calls ? [turn.calls] : []))
      const ratio = ratioOf(means(course), means(bare))
      const [soon, late] = [shareWithin(calls, '0.005') * 100, shareWithin(calls, '0.025') * 100]
      return [
        course.contender.name,
        roundsText(roundsOf(means(course)), 2),
        course === bare ? '1' : roundsText(ratio, 2),
        course === judged ? atMost(ratio.median, meanTarget, 2) : '',
        soon.toFixed(2),
        late.toFixed(2),
        course === judged ? atLeast(late, withinTarget, 1) : '',
      ]
    }),
  }
}
