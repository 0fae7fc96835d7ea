import { setTimeout } from 'node:timers/promises'
import { memoryOf, type Memory } from '../process-usage.ts'
import type { Section } from '../section.ts'
import type { Contenders } from './open-contenders.ts'
import { ownNetworks, type OwnContender } from './own-contender.ts'
import { memorySection, startSection } from './process-sections.ts'
import { startToReady } from './start-to-ready.ts'

export interface StandingCall {
  readonly program: string
  readonly idleSeconds: number
  readonly starts: number
  /** In the whole cluster. */
  readonly networks: number
  readonly say: (line: string) => void
}

/** What processes hold before anybody was asked; the result tells it beside what they hold when it is called. */
export async function memoryBefore(
  { ours, many, bare }: Contenders,
  { idleSeconds, say }: StandingCall,
): Promise<() => Promise<Section>> {
  const standing = [ours[0], many, bare]
  const memories = () => Promise.all(standing.map(({ pids: [pid = NaN] }) => memoryOf(pid)))
  say(`${idleSeconds} s in which nobody is asked`)
  await setTimeout(idleSeconds * 1000)
  const before = await memories()
  const nothing: Memory = { resident: NaN, peak: NaN }
  return async () => {
    const after = await memories()
    const residents = standing.map((contender, index) => ({
      name: contender.name,
      judged: contender !== bare,
      idle: before[index] ?? nothing,
      after: after[index] ?? nothing,
    }))
    return memorySection(idleSeconds, residents)
  }
}

/** How long further replicas take until they are ready. */
export async function startsOf({ ours, many }: Contenders, call: StandingCall): Promise<Section> {
  const few = { networks: ownNetworks, ready: await readyAfter(ours[0], call) }
  return startSection([few, { networks: call.networks, ready: await readyAfter(many, call) }])
}

async function readyAfter({ name, flags }: OwnContender, call: StandingCall): Promise<readonly number[]> {
  const ready: number[] = []
  for (let count = 0; count < call.starts; count++) ready.push(await startToReady(call.program, flags))
  call.say(`${name}: ready after ${ready.map(ms => ms.toFixed(0)).join(', ')} ms`)
  return ready
}
