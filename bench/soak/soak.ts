import { setTimeout } from 'node:timers/promises'
import { memberOf } from '../../test/cluster/json-member.ts'
import type { Replica } from '../../test/steady/replica.ts'
import { countsOf } from '../../test/steady/window.ts'
import { disturbances } from './disturbances.ts'
import type { SoakScene } from './open-soak.ts'
import { sampleOf, type Sample } from './sample.ts'

export interface SoakCall {
  readonly seconds: number
  readonly sampleEverySeconds: number
  /** Ends it earlier. */
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

export interface Warning {
  readonly times: number
  /** The whole line. */
  readonly last: string
}

export interface SoakedReplica {
  readonly name: string
  readonly samples: readonly Sample[]
  /** What it printed that is no line of its log: errors that nobody caught, and Node's own warnings. */
  readonly stray: readonly string[]
  /** What its log said at the levels warn and above, by message. */
  readonly warnings: ReadonlyMap<string, Warning>
  /** How it ended, if it did. */
  readonly ended: string | undefined
  /** Of networks, begun since it started. */
  readonly watches: number
}

export interface Soaked {
  readonly hours: number
  readonly replicas: readonly SoakedReplica[]
  readonly fates: ReturnType<typeof countsOf>['fates']
  /** Milliseconds until a creation was answered, all but one of a hundred; of the worst time between two samples. */
  readonly worstP99: number
  /** How often each happened. */
  readonly disturbed: ReadonlyMap<string, number>
  /** What went wrong, each with its count. */
  readonly problems: ReadonlyMap<string, number>
}

/** As pino numbers it. */
const warn = 40

/** Samples the replicas under load and disturbances until the time is over. */
export async function soak(scene: SoakScene, call: SoakCall): Promise<Soaked> {
  const record = newRecord(scene.fleet.replicas)
  const over = AbortSignal.any([call.signal, AbortSignal.timeout(call.seconds * 1000)])
  await Promise.all([disturb(scene, record, over), observe(scene, record, { ...call, signal: over })])
  const watches = record.replicas.map(({ replica }) => replica.metric('bond_injector_networks_watches_total'))
  const counts = await Promise.all(watches)
  return {
    ...record,
    hours: hoursOf(record),
    replicas: record.replicas.map(({ replica, samples, ended }, index) => {
      const { name } = replica
      return { name, samples, ended, watches: counts[index] ?? 0, ...printedBy(replica.log.lines()) }
    }),
  }
}

type Record = ReturnType<typeof newRecord>

function newRecord(replicas: readonly Replica[]) {
  return {
    begun: performance.now(),
    replicas: replicas.map(replica => {
      const one = { replica, samples: [] as Sample[], ended: undefined as string | undefined }
      void replica.exited.then(how => (one.ended = how))
      return one
    }),
    fates: { right: 0, wrong: 0, failed: 0, unreached: 0 },
    worstP99: 0,
    disturbed: new Map<string, number>(),
    problems: new Map<string, number>(),
  }
}

/** One after the other, since each waits until the replicas are through with it. */
async function disturb(scene: SoakScene, { begun, disturbed, problems }: Record, signal: AbortSignal): Promise<void> {
  const due = disturbances.map(disturbance => ({ disturbance, at: begun + disturbance.everySeconds * 1000 }))
  while (!signal.aborted) {
    for (const next of due) {
      const { name, everySeconds, happen } = next.disturbance
      if (performance.now() < next.at) continue
      await happen(scene).then(
        () => {
          add(disturbed, name)
        },
        (error: unknown) => {
          add(problems, `${name}: ${messageOf(error)}`)
        },
      )
      next.at = performance.now() + everySeconds * 1000
    }
    await pause(1, signal)
  }
}

async function observe(scene: SoakScene, record: Record, call: SoakCall): Promise<void> {
  while (!call.signal.aborted) {
    await pause(call.sampleEverySeconds, call.signal)
    const hours = hoursOf(record)
    for (const { replica, samples } of record.replicas) {
      await sampleOf(replica, hours).then(
        sample => samples.push(sample),
        (error: unknown) => {
          add(record.problems, messageOf(error))
        },
      )
    }
    count(scene, record)
    call.say(lineOf(record))
  }
}

/** Takes the creations that were answered out of the writers: a long run would keep millions. */
function count({ writers }: SoakScene, record: Record): void {
  const { fates, latency, problems } = countsOf(writers.creations.splice(0))
  for (const fate of ['right', 'wrong', 'failed', 'unreached'] as const) record.fates[fate] += fates[fate]
  for (const [problem, times] of problems) add(record.problems, problem, times)
  if (latency.p99 > record.worstP99) record.worstP99 = latency.p99
}

function lineOf({ replicas, fates, ...record }: Record): string {
  const each = replicas.map(({ samples }) => {
    const { resident = NaN, heap = NaN, descriptors = NaN } = samples.at(-1) ?? {}
    return `${resident.toFixed(0)} MiB (heap ${heap.toFixed(1)}), ${descriptors} descriptors`
  })
  const { right, ...bad } = fates
  return `${(hoursOf(record) * 60).toFixed(1)} min, ${right} right, ${bad.wrong + bad.failed + bad.unreached} not: ${each.join('; ')}`
}

function printedBy(lines: readonly unknown[]): Pick<SoakedReplica, 'stray' | 'warnings'> {
  const warnings = new Map<string, Warning>()
  for (const line of lines) {
    if (!(Number(memberOf(line, 'level')) >= warn)) continue
    const message = String(memberOf(line, 'msg'))
    warnings.set(message, { times: (warnings.get(message)?.times ?? 0) + 1, last: JSON.stringify(line) })
  }
  return { stray: lines.filter(line => typeof line === 'string'), warnings }
}

function add(counts: Map<string, number>, what: string, times = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + times)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function hoursOf({ begun }: { readonly begun: number }): number {
  return (performance.now() - begun) / 3_600_000
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(seconds * 1000, undefined, { signal }).catch(() => undefined)
}
