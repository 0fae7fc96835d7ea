import { sectionText } from '../page.ts'
import type { Section } from '../section.ts'
import { barChart, type BarGroup } from './bar-chart.ts'
import { means, speeds, speedTarget, type Comparison } from './load-sections.ts'
import { ratioOf, roundsOf } from './rounds.ts'

const introduction = `# Performance through the API server

Written by \`npm run bench:cluster -- --write\`: a real kube-apiserver creates pods for real and calls the webhook for each of
them. All stand in one cluster, on one machine that runs the API server, its store, the webhooks and the writers of pods, and
take turns in interleaved rounds: compare figures of one table with each other, and nothing else. Every pod is compared with
what must be stored, so a wrong one is never fast. Targets are printed beside the figures; nothing fails when one is missed.

The pods of 60 KB are those of 3 KB with long environment variables.

- *no webhook*: the author wrote all that a webhook would have added.
- *bare node:https*: bench/bare-https.mjs, the floor. It parses the body once and answers the same six operations to
  everybody: no rules, no networks, no log, no limits.
- *ours*: the program as the chart runs it, with its certificates in a Secret, its networks from the API server and its log
  in a file. One replica is called directly, as the bare webhook is; several stand behind a TCP relay, so
  more of them is not faster here: the relay costs time, and all share the processors.
  It follows the ten networks of its namespace where nothing else is said, and has to find the links of the bond;
  *links named* has them in an annotation of the bond's network.`

/** The text of docs/performance-cluster.md. */
export function page(facts: readonly (readonly [string, string])[], sections: readonly Section[]): string {
  const plot = '![Creations per second and the time of a call](performance-cluster.svg)'
  const list = facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')
  return `${[introduction, list, plot, ...sections.map(sectionText)].join('\n\n')}\n`
}

export interface Plotted {
  readonly title: string
  readonly comparison: Comparison
}

/** The text of docs/performance-cluster.svg. */
export function plot(fullSpeed: readonly Plotted[], steady: readonly Plotted[]): string {
  const speed = fullSpeed.map(({ title, comparison: { courses, bare } }): BarGroup => {
    const bars = courses.map(course => ({ course, rounds: ratioOf(speeds(course), speeds(bare)) }))
    return { title: `${title}: creations a second, bare node:https = 1`, bars: bars.map(barOf), limit: speedTarget }
  })
  const time = steady.map(({ title, comparison: { courses } }): BarGroup => {
    const bars = courses.map(course => ({ course, rounds: roundsOf(means(course)) }))
    return { title: `${title}: mean time of a call, ms`, bars: bars.map(barOf) }
  })
  return barChart('Performance through the API server', [...speed, ...time])
}

function barOf({ course, rounds }: { course: Comparison['bare']; rounds: ReturnType<typeof roundsOf> }) {
  const { median: value, lowest, highest } = rounds
  return { label: course.contender.name, value, lowest, highest }
}
