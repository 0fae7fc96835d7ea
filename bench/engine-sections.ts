import { podOfSize } from './admission-review.ts'
import { type EngineCase, secondPass, timeEngine } from './engine-alone.ts'
import { type Layout, networkDefinitions, refusedBond } from './network-definitions.ts'
import { count, ratioText, type Section, spreadText, targetText } from './section.ts'

const sizes = [3, 12, 60]
const counts = [10, 1_000, 5_000]
const method =
  'Microseconds of CPU for one admission, without HTTP, JSON and TLS: the decoded pod is read, planned and judged, and the operations are made.'

/** What the engine needs for a pod of each size, for each way that an admission can end. */
export async function engineBySize(): Promise<Section> {
  const ten = networkDefinitions(10, 'spread')
  const ends: readonly [string, (kilobytes: number) => EngineCase][] = [
    ['fresh pod: six operations', size => caseOf(size, { definitions: ten, ends: 'six-operations' })],
    ['second pass: no operation', size => completedCase(size, ten)],
    ['bond refused', size => caseOf(size, { definitions: [...ten, refusedBond()], ends: 'refused' })],
  ]
  const cases = ends.flatMap(([, make]) => sizes.map(make))
  const times = await timeEngine(cases)
  return {
    title: 'The engine alone, by size of the review',
    method,
    header: ['admission', ...sizes.map(size => `${size} KB`)],
    rows: ends.map(([name], row) => [
      name,
      ...times.slice(row * sizes.length, (row + 1) * sizes.length).map(spreadText),
    ]),
  }
}

/** Is it flat in the number of networks? */
export async function engineByNetworks(): Promise<Section> {
  const layouts: readonly [string, Layout][] = [
    ['50 in each namespace', 'spread'],
    ['all beside the pod', 'one-namespace'],
  ]
  const rows: string[][] = []
  for (const [name, layout] of layouts) {
    const cases = counts.map(number => {
      return caseOf(12, { definitions: networkDefinitions(number, layout), ends: 'six-operations' })
    })
    const times = await timeEngine(cases)
    const [few, many] = [times[0], times.at(-1)]
    if (!few || !many) throw new Error('nothing was measured')
    rows.push([name, ...times.map(spreadText), ratioText(many, few), targetText(many.minimum / few.minimum, 1.1)])
  }
  return {
    title: 'The engine alone, by number of networks',
    method: 'The fresh pod of 12 KB, links by discovery, which looks at all networks of its own namespace.',
    header: ['networks', ...counts.map(count), '5,000 : 10', 'target'],
    rows,
  }
}

function caseOf(kilobytes: number, rest: Pick<EngineCase, 'definitions' | 'ends'>): EngineCase {
  return { name: `${kilobytes} KB`, pod: podOfSize(kilobytes * 1000), ...rest }
}

function completedCase(kilobytes: number, definitions: EngineCase['definitions']): EngineCase {
  const fresh = caseOf(kilobytes, { definitions, ends: 'no-operations' })
  return { ...fresh, pod: secondPass(fresh.pod, definitions) }
}
