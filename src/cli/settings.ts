import { type Flags, type Reading, type Settings, value } from './flag.ts'
import type { Given } from './given.ts'

/** Reads what was given for each flag of a table, and the defaults of the rest. The first thing that is wrong is told. */
export function readSettings<F extends Flags>(flags: F, given: ReadonlyMap<string, Given>): Reading<Settings<F>> {
  const settings: Record<string, unknown> = {}
  for (const [name, flag] of Object.entries(flags)) {
    const { origin, texts } = given.get(name) ?? { origin: `--${name}`, texts: [] }
    const reading = flag.read(texts)
    if (reading.kind === 'wrong') return { kind: 'wrong', problem: `${origin}: ${reading.problem}` }
    settings[name] = reading.value
  }
  // Each value comes from the flag of its name, which no type can follow through a loop over names.
  return value(settings as Settings<F>)
}
