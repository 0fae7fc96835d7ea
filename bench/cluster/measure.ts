import type { Cluster } from '../../test/cluster/cluster.ts'
import type { Section } from '../section.ts'
import type { Contender } from './contender.ts'
import { contest, type ContestCall } from './contest.ts'
import { rateSection, speedSection, type Comparison } from './load-sections.ts'
import type { Contenders } from './open-contenders.ts'
import { plot } from './page.ts'
import { memoryBefore, startsOf, type StandingCall } from './standing.ts'

export type Effort = StandingCall & Pick<ContestCall, 'writers' | 'seconds' | 'rounds'>

export interface Measured {
  readonly sections: readonly Section[]
  /** SVG. */
  readonly plot: string
}

const rate = 100

/** Memory and starts before anybody was asked, then the loads, then memory again. */
export async function measure(cluster: Cluster, all: Contenders, effort: Effort): Promise<Measured> {
  const { nobody, bare, ours, many } = all
  const memory = await memoryBefore(all, effort)
  const starts = await startsOf(all, effort)
  const compare = (load: Load) => compared(cluster, all, { ...effort, ...load })
  const called = [bare, ...ours, many, ours[0].pinned]
  const small = await compare({ contenders: [nobody, ...called], bytes: 3_000, warmUp: 1 })
  const large = await compare({ contenders: [nobody, bare, ...ours], bytes: 60_000, warmUp: 0 })
  const steady = await compare({ contenders: called, bytes: 3_000, warmUp: 0, rate })
  const [smallTitle, largeTitle] = ['Full speed, 3 KB', 'Full speed, 60 KB']
  return {
    sections: [
      speedSection(smallTitle, small),
      speedSection(largeTitle, large),
      rateSection(`${rate} a second, 3 KB`, steady),
      await memory(),
      starts,
    ],
    plot: plot(
      [
        { title: smallTitle, comparison: small },
        { title: largeTitle, comparison: large },
      ],
      [{ title: `${rate} a second, 3 KB`, comparison: steady }],
    ),
  }
}

type Load = Pick<ContestCall, 'contenders' | 'bytes' | 'warmUp' | 'rate'>

async function compared(cluster: Cluster, { bare, ours }: Contenders, call: ContestCall): Promise<Comparison> {
  const courses = await contest(cluster, call)
  const courseOf = (contender: Contender) => {
    const course = courses.find(course => course.contender === contender)
    if (!course) throw new Error(`${contender.name} did not take part`)
    return course
  }
  return { courses, bare: courseOf(bare), judged: courseOf(ours[0]) }
}
