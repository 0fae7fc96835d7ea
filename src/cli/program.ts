import type { Command, Output } from './command.ts'
import { commands as allCommands } from './commands.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { Environment } from './given.ts'
import { programHelp } from './help.ts'
import { suggestion } from './suggestion.ts'
import { version } from './version.ts'

/** The program without the process around it. @param commands those that it has under the name it was called by */
export async function runProgram(
  args: readonly string[],
  environment: Environment,
  output: Output,
  commands: readonly Command[] = allCommands,
): Promise<ExitCode> {
  const names = commands.map(({ name }) => name)
  const [first, ...rest] = args
  switch (first) {
    case undefined:
      return wrongUse(output, `no command: expected one of ${names.join(', ')}`)
    case '--help':
    case '-h':
      output.stdout(programHelp(commands))
      return exitCode.fine
    case '--version':
      output.stdout(`${version}\n`)
      return exitCode.fine
    // What completion scripts ask; nobody types it, and the help does not tell it.
    case '__complete':
      output.stdout((await import('./complete.ts')).complete(commands, rest))
      return exitCode.fine
  }
  const command = commands.find(({ name }) => name === first)
  if (command) return command.start(rest, environment, output)
  if (!first.startsWith('-')) return wrongUse(output, `unknown command "${first}"${suggestion(first, names)}`)
  const flags = ['--help', '--version']
  return wrongUse(output, `unknown flag ${first}${suggestion(first, flags) || '; a command comes first'}`)
}

function wrongUse(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector: ${problem} (bond-injector --help shows what there is)\n`)
  return exitCode.wrongUse
}
