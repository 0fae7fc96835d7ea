import type { Command } from './command.ts'
import type { Flag } from './flag.ts'
import { variableOf } from './given.ts'

const width = 80

/** @param commands in the order in which they are shown */
export function programHelp(commands: readonly Command[]): string {
  const column = Math.max(...commands.map(command => command.name.length)) + 4
  return [
    'bond-injector: one label on a pod, and it comes back with its SR-IOV links and',
    'the bond over them; or with a refusal that says what to change.',
    '',
    'Usage: bond-injector COMMAND [FLAGS]',
    '',
    'Commands:',
    ...commands.map(command => `  ${command.name.padEnd(column - 2)}${command.summary}`),
    '',
    'Flags:',
    '  --help, -h   this text; behind a command, that of the command',
    '  --version    the version of this program',
    '',
    'Exit codes: 0 fine, 1 an error finding or a refusal, 2 wrong use or anything',
    'unreadable, 3 a defect of this program.',
    '',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  return [
    `Usage: ${['bond-injector', command.name, command.argument, '[FLAGS]'].filter(part => part !== undefined).join(' ')}`,
    '',
    ...wrap(command.description, ''),
    '',
    'Flags:',
    ...Object.entries(command.flags).flatMap(([name, flag]) => flagHelp(name, flag)),
    '',
    ...wrap(variablesHelp(command), ''),
    '',
  ].join('\n')
}

function variablesHelp({ flags }: Command): string {
  const names = Object.keys(flags)
  const example = names.find(name => name.includes('-')) ?? names[0] ?? ''
  const switches = Object.values(flags).some(({ value }) => value === undefined)
  return [
    `Every flag has an environment variable: --${example} is ${variableOf(example)}.`,
    'There, the values of a flag that may be repeated are separated by commas.',
    ...(switches ? ['A flag that takes no value is true or false there.'] : []),
    'A flag wins over its variable.',
  ].join(' ')
}

function flagHelp(name: string, flag: Flag<unknown>): readonly string[] {
  const notes = [
    ...(flag.repeats ? ['May be repeated.'] : []),
    ...(flag.fallback === undefined ? [] : [`Default: ${flag.fallback}`]),
  ]
  const short = flag.short === undefined ? '' : `, -${flag.short}`
  const value = flag.value === undefined ? '' : ` ${flag.value}`
  return [`  --${name}${short}${value}`, ...wrap([flag.help, ...notes].join(' '), '      ')]
}

function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    const longer = line === indent ? indent + word : `${line} ${word}`
    if (longer.length > width) lines.push(line)
    line = longer.length > width ? indent + word : longer
  }
  return [...lines, line]
}
