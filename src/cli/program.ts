import { check } from './check.ts'
import type { Command, Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { Environment } from './given.ts'
import { programHelp } from './help.ts'
import { inject } from './inject.ts'
import { lint } from './lint.ts'
import { rules } from './rules.ts'
import { serve } from './serve.ts'
import { suggestion } from './suggestion.ts'
import { version } from './version.ts'

const commands: readonly Command[] = [serve, inject, lint, rules, check]

/** The program without the process around it. */
export async function runProgram(args: readonly string[], environment: Environment, output: Output): Promise<ExitCode> {
  const [first, ...rest] = args
  switch (first) {
    case undefined:
      return wrongUse(output, `no command: expected one of ${commandNames().join(', ')}`)
    case '--help':
    case '-h':
      output.stdout(programHelp(commands))
      return exitCode.fine
    case '--version':
      output.stdout(`${version}\n`)
      return exitCode.fine
  }
  const command = commands.find(({ name }) => name === first)
  if (command) return command.start(rest, environment, output)
  if (!first.startsWith('-')) return wrongUse(output, `unknown command "${first}"${suggestion(first, commandNames())}`)
  const flags = ['--help', '--version']
  return wrongUse(output, `unknown flag ${first}${suggestion(first, flags) || '; a command comes first'}`)
}

function commandNames(): readonly string[] {
  return commands.map(({ name }) => name)
}

function wrongUse(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector: ${problem} (bond-injector --help shows what there is)\n`)
  return exitCode.wrongUse
}
