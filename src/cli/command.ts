import { exitCode, type ExitCode } from './exit-code.ts'
import type { Flags, Reading, Settings } from './flag.ts'
import { readGiven, type Environment } from './given.ts'
import { commandHelp } from './help.ts'
import { readSettings } from './settings.ts'
import { withSettingsFile } from './settings-file/with-settings-file.ts'

export interface Output {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** May what goes to stdout be coloured? Absent: no. */
  readonly colour?: boolean
  /** Is stderr a terminal, where a line may be taken back? Absent: no. */
  readonly terminal?: boolean
}

export interface Command {
  readonly name: string
  readonly summary: string
  readonly description: string
  /** What stands behind the name in the usage: `[ID]`. */
  readonly argument?: string
  readonly flags: Flags
  start(args: readonly string[], environment: Environment, output: Output): Promise<ExitCode>
}

export interface CommandDefinition<F extends Flags> {
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  readonly description: string
  /** The command takes one argument without a flag, which may be missing: `ID`. */
  readonly argument?: string
  readonly flags: F
  /** What no flag can know alone: settings that need or exclude each other. A sentence, or undefined. */
  conflict(settings: Settings<F>): string | undefined
  run(settings: Settings<F>, output: Output, argument: string | undefined): Promise<ExitCode>
}

/** A command around its definition: help, all that it is told and by what, and a sentence for what is wrong with that. */
export function command<F extends Flags>(definition: CommandDefinition<F>): Command {
  const { name, summary, description, flags, argument } = definition
  const self: Command = {
    name,
    summary,
    description,
    ...(argument !== undefined && { argument: `[${argument}]` }),
    flags,
    async start(args, environment, output) {
      const given = readGiven(flags, args, environment, argument !== undefined)
      if (given.kind === 'wrong') return wrongUse(output, name, given.problem)
      if (given.help) {
        output.stdout(commandHelp(self))
        return exitCode.fine
      }
      const all = await withSettingsFile(flags, given.given, process.cwd())
      if (all.kind === 'wrong') return wrongUse(output, name, ...all.problems)
      const settings = checked(definition, readSettings(flags, all.given))
      if (settings.kind === 'wrong') return wrongUse(output, name, settings.problem)
      return definition.run(settings.value, output, given.argument)
    },
  }
  return self
}

function checked<F extends Flags>(
  definition: CommandDefinition<F>,
  reading: Reading<Settings<F>>,
): Reading<Settings<F>> {
  if (reading.kind === 'wrong') return reading
  const problem = definition.conflict(reading.value)
  return problem === undefined ? reading : { kind: 'wrong', problem }
}

function wrongUse(output: Output, name: string, ...problems: readonly string[]): ExitCode {
  for (const problem of problems) output.stderr(`bond-injector ${name}: ${problem}\n`)
  return exitCode.wrongUse
}
