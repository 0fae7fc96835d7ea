import type { Memory } from '../process-usage.ts'
import { count, type Section } from '../section.ts'
import { roundsOf, roundsText } from './rounds.ts'
import { foldProfile, type Part } from './profile-parts.ts'
import type { Profile } from './cpu-profile.ts'
import { atMost } from './target.ts'

const idleTarget = 100
const readyTarget = 1000

export interface Resident {
  readonly name: string
  /** Is it one that the target is for? */
  readonly judged: boolean
  readonly idle: Memory
  /** When all loads are over. */
  readonly after: Memory
}

export function memorySection(idleSeconds: number, all: readonly Resident[]): Section {
  return {
    title: 'Memory',
    method: `MiB resident of one process ${idleSeconds} s after it was ready, without a single call; behind all loads of this page; and the highest it ever was.`,
    header: ['webhook', 'idle', 'after the loads', 'highest', 'target, idle'],
    rows: all.map(({ name, judged, idle, after }) => [
      name,
      ...[idle.resident, after.resident, after.peak].map(value => value.toFixed(0)),
      judged ? atMost(idle.resident, idleTarget, 0) : '',
    ]),
  }
}

export interface Starts {
  readonly networks: number
  /** Milliseconds. */
  readonly ready: readonly number[]
}

export function startSection(all: readonly Starts[]): Section {
  return {
    title: 'From start to ready',
    method:
      'Milliseconds from the start of the process, from the bundled file, until /readyz agrees: the certificate from the Secret is served, the networks of the API server are known, the caBundle is looked after.',
    header: ['networks', 'ready, ms', 'target'],
    rows: all.map(({ networks, ready }) => {
      const starts = roundsOf(ready)
      return [count(networks), roundsText(starts, 0), atMost(starts.median, readyTarget, 0)]
    }),
  }
}

/** Where one admission spends its time. */
export function profileSection(kilobytes: number, bare: Profile, ours: Profile): Section {
  const [theirs, own] = [bare, ours].map(({ profile }) => foldProfile(profile))
  const each = (parts: ReadonlyMap<Part, number> | undefined, part: Part, { admissions }: Profile) =>
    (parts?.get(part) ?? 0) / admissions
  const parts = [...new Set([...(own?.keys() ?? []), ...(theirs?.keys() ?? [])])].filter(part => part !== 'idle')
  const busy = parts.reduce((sum, part) => sum + each(own, part, ours), 0)
  parts.sort((one, other) => each(own, other, ours) - each(own, one, ours))
  const row = (name: string, own: number, theirs: number) => [
    name,
    own.toFixed(1),
    `${((own / busy) * 100).toFixed(1)} %`,
    theirs.toFixed(1),
  ]
  const rows = parts.map(part => row(part, each(own, part, ours), each(theirs, part, bare)))
  const whole = parts.reduce((sum, part) => sum + each(theirs, part, bare), 0)
  return {
    title: 'Where one admission spends its time',
    method: `Microseconds for one pod of ${kilobytes} KB, by V8's CPU profile of one process at full speed, folded by whose function was running; what native code does counts as what called it, and encryption counts as "TLS and sockets". Ours runs from its sources here, since the bundle hides whose function is whose. The profile itself slows both down, and on a busy machine a function that has to wait for a processor counts as running.`,
    header: ['part', 'ours, µs', 'share', 'bare, µs'],
    rows: [...rows, row('all', busy, whole)],
  }
}
