import { command } from './command.ts'
import { exitCode } from './exit-code.ts'

const shells = ['bash', 'zsh', 'fish'] as const

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export const completion = command({
  name: 'completion',
  summary: 'a script that completes commands, flags and values in a shell',
  description:
    'Prints the script for bash, zsh or fish. In bash: source <(bond-injector completion bash). In zsh: source <(bond-injector completion zsh). In fish: bond-injector completion fish | source',
  argument: 'SHELL',
  flags: {},
  conflict: () => undefined,
  run: async (_, output, given) => {
    const shell = shells.find(one => one === given)
    if (shell === undefined) {
      const found = given === undefined ? 'nothing' : `"${given}"`
      output.stderr(`bond-injector completion: expected ${shells.join(', ')}, found ${found}\n`)
      return exitCode.wrongUse
    }
    const { completionScripts } = await import('./completion-scripts.ts')
    output.stdout(completionScripts[shell])
    return exitCode.fine
  },
})
