import { parseArgs } from 'node:util'
import type { Flags } from './flag.ts'
import { suggestion } from './suggestion.ts'

/** What was given for one flag, and the name to blame: `--listen` or `BOND_INJECTOR_LISTEN`. */
export interface Given {
  readonly origin: string
  readonly texts: readonly string[]
}

export type GivenReading =
  | {
      readonly kind: 'given'
      readonly given: ReadonlyMap<string, Given>
      readonly help: boolean
      /** What stands there without a flag, for a command that takes an argument. */
      readonly argument: string | undefined
    }
  /** One sentence. */
  | { readonly kind: 'wrong'; readonly problem: string }

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Takes command line and environment apart; a flag wins over its variable.
 *
 * @param takesArgument may one argument stand there without a flag?
 */
export function readGiven(
  flags: Flags,
  args: readonly string[],
  environment: Environment,
  takesArgument = false,
): GivenReading {
  const given = new Map<string, { origin: string; texts: string[] }>()
  let help = false
  let argument: string | undefined
  for (const token of tokensOf(flags, args)) {
    if (token.kind === 'positional') {
      if (!takesArgument || argument !== undefined) return wrong(`unexpected argument "${token.value}"`)
      argument = token.value
      continue
    }
    if (token.kind === 'option-terminator') continue
    if (token.name === 'help') {
      help = true
      continue
    }
    const problem = problemOf(token, flags, given.has(token.name))
    if (problem !== undefined) return wrong(problem)
    const texts = given.get(token.name)?.texts ?? []
    given.set(token.name, { origin: `--${token.name}`, texts: [...texts, token.value ?? 'true'] })
  }
  return { kind: 'given', given: new Map([...fromEnvironment(flags, environment), ...given]), help, argument }
}

/** `--ops-listen` is `BOND_INJECTOR_OPS_LISTEN`. */
export function variableOf(flag: string): string {
  return `BOND_INJECTOR_${flag.toUpperCase().replaceAll('-', '_')}`
}

/** Not strict: parseArgs' own errors neither suggest nor fit our sentences, and its tokens hold all there is to know. */
function tokensOf(flags: Flags, args: readonly string[]) {
  const options = Object.entries(flags).map(([name, { short, value }]) => {
    const type = value === undefined ? ('boolean' as const) : ('string' as const)
    return [name, { type, ...(short !== undefined && { short }) }] as const
  })
  const help = { type: 'boolean' as const, short: 'h' }
  const all = { ...Object.fromEntries(options), help }
  return parseArgs({ args: [...args], options: all, strict: false, tokens: true }).tokens.map(withoutEquals)
}

/** kubectl takes `-o=json` as well as `-ojson`; parseArgs takes the `=` for a part of the value. */
function withoutEquals<T extends { kind: string; rawName?: string; value?: string | undefined }>(token: T): T {
  const short = token.kind === 'option' && token.rawName?.startsWith('--') === false
  return short && token.value?.startsWith('=') ? { ...token, value: token.value.slice(1) } : token
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function problemOf(token: OptionToken, flags: Flags, givenBefore: boolean): string | undefined {
  const { name, rawName, value, inlineValue } = token
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
  if (!flag)
    return `unknown flag ${rawName}${suggestion(
      rawName,
      [...Object.keys(flags), 'help'].map(known => `--${known}`),
    )}`
  // A value that looks like a flag is a forgotten value, not a value.
  const forgotten = value === undefined || value === '' || (inlineValue !== true && /^-./.test(value))
  if (forgotten && flag.value !== undefined) return `${rawName} needs a value: ${rawName} ${flag.value}`
  if (givenBefore && !flag.repeats) return `${rawName} is given more than once`
  return undefined
}

/** An empty variable is an absent one, as charts and shells write it. Variables that are no flag are not ours to judge. */
function fromEnvironment(flags: Flags, environment: Environment): readonly (readonly [string, Given])[] {
  return Object.entries(flags).flatMap(([name, flag]) => {
    const origin = variableOf(name)
    const text = environment[origin]?.trim() ?? ''
    const texts = flag.repeats ? text.split(',').map(item => item.trim()) : [text]
    const written = texts.filter(item => item !== '')
    return written.length === 0 ? [] : [[name, { origin, texts: written }] as const]
  })
}

function wrong(problem: string): GivenReading {
  return { kind: 'wrong', problem }
}
