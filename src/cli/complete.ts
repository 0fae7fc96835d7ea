import { rules } from '../bonding/rules/catalogue.ts'
import type { Command } from './command.ts'
import type { Flag } from './flag.ts'
import { holderKinds } from './served-kinds.ts'

interface Candidate {
  readonly text: string
  readonly help?: string
}

interface Completion {
  readonly candidates: readonly Candidate[]
  /** `files`: any path. `more`: what is given is only the beginning of a value. */
  readonly then?: 'files' | 'more'
}

/**
 * What can stand at the end of a command line, in the protocol of cobra's programs, which kubectl speaks with its
 * plugins (kubernetes/kubectl pkg/cmd/plugin/plugin_completion.go): a candidate a line, its help behind a tab, and at
 * the end what a shell may add by itself.
 *
 * @param words what is typed behind the program's name; the last is being typed, and may be empty
 */
export function complete(commands: readonly Command[], words: readonly string[]): string {
  const { candidates, then } = completionOf(commands, words)
  const lines = candidates.map(({ text, help }) => (help === undefined ? text : `${text}\t${help}`))
  const directive = then === undefined ? ':4' : then === 'files' ? ':0' : ':2'
  return [...lines, directive].map(line => `${line}\n`).join('')
}

function completionOf(commands: readonly Command[], words: readonly string[]): Completion {
  const current = words.at(-1) ?? ''
  if (words.length < 2)
    return beginning(current, [
      ...commands.map(({ name, summary }) => ({ text: name, help: summary })),
      ...programFlags,
    ])
  const command = commands.find(({ name }) => name === words[0])
  if (!command) return { candidates: [] }
  const { flag, typed, head } = flagBefore(command, words.slice(1))
  if (flag) return valuesOf(flag, typed, head)
  if (current.startsWith('-')) return beginning(current, flagsOf(command))
  return argumentsOf(command, current)
}

const programFlags: readonly Candidate[] = [{ text: '--help' }, { text: '--version' }]

/** The flag whose value is being typed: `-o js`, `--output js`, `--output=js`, and the last as bash takes it apart. */
function flagBefore(command: Command, words: readonly string[]) {
  const current = words.at(-1) ?? ''
  const [name, ...rest] = current.split('=')
  if (current.startsWith('--') && rest.length > 0) {
    return { flag: flagOf(command, name ?? ''), typed: rest.join('='), head: `${name ?? ''}=` }
  }
  const parted = words.at(-2) === '=' || current === '='
  const before = words.at(current === '=' ? -2 : parted ? -3 : -2) ?? ''
  return { flag: flagOf(command, before), typed: current === '=' ? '' : current, head: '' }
}

/** One that takes a value. */
function flagOf({ flags }: Command, word: string): Flag<unknown> | undefined {
  const found = Object.entries(flags).find(
    ([name, { short }]) => word === `--${name}` || (short && word === `-${short}`),
  )
  return found?.[1].value === undefined ? undefined : found[1]
}

function valuesOf({ value = '' }: Flag<unknown>, typed: string, head: string): Completion {
  if (['PATH', 'FILE', 'DIR'].includes(value)) return { candidates: [], then: 'files' }
  if (value.startsWith('ID=')) {
    const ids = rules.map(({ id, summary }) => ({ text: `${head}${id}=`, help: summary }))
    return { ...beginning(`${head}${typed}`, ids), then: 'more' }
  }
  const known = /^[a-z]+(?:\|[a-z]+)+$/.test(value) ? value.split('|') : []
  return beginning(
    `${head}${typed}`,
    known.map(text => ({ text: `${head}${text}` })),
  )
}

function flagsOf({ flags }: Command): readonly Candidate[] {
  return [
    ...Object.entries(flags).map(([name, { help }]) => ({ text: `--${name}`, help: firstSentence(help) })),
    { text: '--help' },
  ]
}

function argumentsOf({ name }: Command, current: string): Completion {
  switch (name) {
    case 'rules':
      return beginning(
        current,
        rules.map(({ id, summary }) => ({ text: id, help: summary })),
      )
    case 'explain':
      return {
        ...beginning(
          current,
          holderKinds.map(({ kind }) => ({ text: `${kind.toLowerCase()}/` })),
        ),
        then: 'more',
      }
    case 'completion':
      return beginning(current, [{ text: 'bash' }, { text: 'zsh' }, { text: 'fish' }])
    default:
      return { candidates: [] }
  }
}

function beginning(typed: string, candidates: readonly Candidate[]): Completion {
  return { candidates: candidates.filter(({ text }) => text.startsWith(typed)) }
}

function firstSentence(help: string): string {
  return help.split(/(?<=[.?:]) /)[0] ?? help
}
