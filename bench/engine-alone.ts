import { setImmediate } from 'node:timers/promises'
import { NetworkTable } from '../src/bonding/network-table.ts'
import { inject } from '../src/bonding/inject.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../src/bonding/network.ts'
import { createPlanner, type Verdict } from '../src/bonding/plan.ts'
import { readPod } from '../src/bonding/pod.ts'
import { defaultPolicy } from '../src/bonding/policy.ts'
import { type BenchPod } from './admission-review.ts'
import { applied } from './expected-answer.ts'
import { type Spread, spreadOf } from './statistics.ts'

/** What the engine does for one admission, and how to see that it was that and nothing else. */
export interface EngineCase {
  readonly name: string
  readonly pod: BenchPod
  readonly definitions: readonly NetworkAttachmentDefinition[]
  readonly ends: 'six-operations' | 'no-operations' | 'refused'
}

const rounds = 15
const roundMicroseconds = 40_000
/** After so many the event loop turns, as it does between requests: what the engine holds weakly may go only then. */
const perTurn = 50

/** The pod as it comes back at its second admission. */
export function secondPass(pod: BenchPod, definitions: readonly NetworkAttachmentDefinition[]): BenchPod {
  const verdict = admission(definitions)(pod)
  if (verdict.kind !== 'planned') throw new Error(`the pod of the benchmark is ${verdict.kind}`)
  return applied(pod, inject(verdict.plan))
}

/** Microseconds of CPU (so that a busy machine disturbs little) for one admission: object read, plan made, operations written. The cases take turns. */
export async function timeEngine(cases: readonly EngineCase[]): Promise<readonly Spread[]> {
  const runs = cases.map(engineCase => ({ engineCase, admit: checked(engineCase), samples: [] as number[] }))
  // Two rounds for the compiler, not counted.
  for (let round = -2; round < rounds; round++) {
    for (const { admit, samples } of runs) {
      const sample = await microseconds(admit)
      if (round >= 0) samples.push(sample)
    }
  }
  return runs.map(({ samples }) => spreadOf(samples))
}

function admission(definitions: readonly NetworkAttachmentDefinition[]): (pod: unknown) => Verdict {
  const plan = createPlanner(defaultPolicy)
  const catalogue = new NetworkTable(definitions.map(readNetwork))
  return object => {
    const pod = readPod(object, 'demo')
    if (!pod) throw new Error('the pod of the benchmark cannot be read')
    return plan(pod, catalogue)
  }
}

function checked({ name, pod, definitions, ends }: EngineCase): () => void {
  const admit = admission(definitions)
  return () => {
    const verdict = admit(pod)
    const operations = verdict.kind === 'planned' ? inject(verdict.plan).length : undefined
    const end = operations === 6 ? 'six-operations' : operations === 0 ? 'no-operations' : verdict.kind
    if (end !== ends) throw new Error(`${name}: expected ${ends}, found ${end}`)
  }
}

async function microseconds(admit: () => void): Promise<number> {
  let [spent, admissions] = [0, 0]
  while (spent < roundMicroseconds) {
    const before = process.cpuUsage()
    for (let count = 0; count < perTurn; count++) admit()
    const { user, system } = process.cpuUsage(before)
    spent += user + system
    admissions += perTurn
    await setImmediate()
  }
  return spent / admissions
}
