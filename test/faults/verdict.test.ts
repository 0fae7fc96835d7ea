import t from 'tap'
import type { Creation } from '../steady/pod-writers.ts'
import { countsOf, type WindowCounts } from '../steady/window.ts'
import type { Aftermath, Fault } from './fault.ts'
import { judge } from './verdict.ts'

const fault: Fault = { name: 'x', happens: 'something', inject: () => Promise.resolve({}) }
const of = (fate: Creation['fate'], count: number): readonly Creation[] =>
  Array.from({ length: count }, (_, at) => ({ due: at, took: 1, fate, problem: '' }))

const window = (asked: number, creations: readonly Creation[]): WindowCounts => {
  return { seconds: 1, calls: { asked, failed: 0, seconds: 0, within: new Map() }, ...countsOf(creations) }
}

interface Case {
  readonly name: string
  readonly fault?: Partial<Fault>
  readonly aftermath?: Aftermath
  readonly asked?: number
  readonly creations: readonly Creation[]
  readonly missed: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'all right', creations: of('right', 10), missed: [] },
  { name: 'nobody asked', asked: 0, creations: [], missed: ['nothing was asked'] },
  {
    name: 'pods were created, and the webhook was not called for most of them',
    asked: 8,
    creations: of('right', 10),
    missed: ['the webhook was called too seldom'],
  },
  { name: 'one was wrong', creations: [...of('right', 9), ...of('wrong', 1)], missed: ['1 wrong'] },
  {
    name: 'one failed',
    creations: [...of('right', 9), ...of('failed', 1)],
    missed: ['1 failed that may not'],
  },
  {
    name: 'as many failed as may',
    aftermath: { excused: () => 2 },
    creations: [...of('right', 8), ...of('failed', 2)],
    missed: [],
  },
  {
    name: 'one more failed than may',
    aftermath: { excused: failed => failed.filter(({ due }) => due < 1).length },
    creations: [...of('right', 8), ...of('failed', 2)],
    missed: ['1 failed that may not'],
  },
  {
    name: 'the API server was not reached',
    creations: [...of('right', 9), ...of('unreached', 1)],
    missed: ['1 did not reach the API server'],
  },
  {
    name: 'the API server was not reached, since it was away',
    fault: { apiServerAway: true },
    asked: 5,
    creations: [...of('right', 9), ...of('unreached', 1)],
    missed: [],
  },
  {
    name: 'further writers of the fault are judged, too',
    aftermath: { creations: of('wrong', 1) },
    creations: of('right', 10),
    missed: ['1 wrong'],
  },
]

for (const { name, fault: more, aftermath = {}, asked = 10, creations, missed } of cases) {
  t.test(name, async t => {
    t.same(judge({ ...fault, ...more }, aftermath, window(asked, creations)).missed, missed)
  })
}
