import { parseArgs } from 'node:util'
import type { Fault } from './fault.ts'

export interface RunOptions {
  readonly faults: readonly Fault[]
  readonly rate: number
  readonly seconds: number
  readonly replicas: number
  readonly write: boolean
  readonly program: string | undefined
}

export type OptionsReading =
  { readonly kind: 'options'; readonly options: RunOptions } | { readonly kind: 'wrong'; readonly problem: string }

const known = {
  /** The fault of this name; may be given several times. */
  only: { type: 'string', multiple: true },
  /** The short list, two replicas, and windows of three seconds. */
  short: { type: 'boolean', default: false },
  /** Creations a second. */
  rate: { type: 'string', default: '60' },
  /** How long a window is open at least. */
  seconds: { type: 'string' },
  replicas: { type: 'string' },
  /** Writes docs/reliability.md. */
  write: { type: 'boolean', default: false },
  /** What to run instead of dist/bond-injector.mjs. */
  program: { type: 'string' },
} as const

/**
 * @param all the faults in their order
 * @param short those of `--short`
 */
export function readOptions(args: readonly string[], all: readonly Fault[], short: readonly Fault[]): OptionsReading {
  try {
    const { values } = parseArgs({ args: [...args], options: known })
    const { only = [], seconds = values.short ? '3' : '10', replicas = values.short ? '2' : '3' } = values
    const stranger = only.find(name => !all.some(fault => fault.name === name))
    if (stranger !== undefined) return wrong(`--only ${stranger}: there are ${namesOf(all)}`)
    if (values.write && (values.short || only.length > 0)) return wrong('--write takes all faults')
    const list = values.short ? short : all
    return {
      kind: 'options',
      options: {
        faults: only.length > 0 ? all.filter(({ name }) => only.includes(name)) : list,
        rate: positive('rate', values.rate),
        seconds: positive('seconds', seconds),
        replicas: positive('replicas', replicas),
        write: values.write,
        program: values.program,
      },
    }
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

function wrong(problem: string): OptionsReading {
  return { kind: 'wrong', problem }
}

function positive(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} takes a whole number from 1, not "${text}"`)
  return number
}

function namesOf(faults: readonly Fault[]): string {
  return faults.map(({ name }) => `"${name}"`).join(', ')
}
