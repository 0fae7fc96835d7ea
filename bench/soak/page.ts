import { sectionText } from '../page.ts'
import { lineChart } from './line-chart.ts'
import { happenings, memorySection } from './report.ts'
import type { Soaked } from './soak.ts'

const introduction = `# Soak

Written by \`npm run soak -- --minutes N --write\`: replicas of the program behind a real kube-apiserver, pods created at a
steady rate (as dry runs, so that the API server may run for days), while certificates are renewed, networks change, and the
connections to the API server break off or fall silent. Every pod is compared with what must come back.`

/** The text of docs/soak.md. */
export function soakPage(
  facts: readonly (readonly [string, string])[],
  soaked: Soaked,
  failed: readonly string[],
): string {
  const length = `${(soaked.hours * 60).toFixed(0)} min, ${soaked.replicas.length} replicas`
  const list = [...facts, ['Run', length] as const].map(([name, value]) => `- ${name}: ${value}`).join('\n')
  const end = failed.length === 0 ? 'Nothing failed.' : failed.map(one => `- FAILED: ${one}`).join('\n')
  const happened = happenings(soaked).map(line => `- ${line}`)
  const plot = '![Memory over time](soak.svg)'
  const parts = [
    introduction,
    list,
    plot,
    sectionText(memorySection(soaked)),
    '## What happened',
    happened.join('\n'),
    end,
  ]
  return `${parts.join('\n\n')}\n`
}

/** The text of docs/soak.svg. */
export function soakPlot({ replicas }: Soaked): string {
  const lines = replicas.flatMap(({ name, samples }) => [
    { name: `${name}, resident`, points: samples.map(({ hours, resident }) => ({ x: hours * 60, y: resident })) },
    { name: `${name}, heap`, points: samples.map(({ hours, heap }) => ({ x: hours * 60, y: heap })) },
  ])
  return lineChart({ title: 'Memory of each replica behind a full collection, MiB', xTitle: 'minutes', lines })
}
