import type { ClusterUse } from './ask-cluster.ts'
import { command, type Command } from './command.ts'
import { lintFlags, type LintSettings } from './lint-flags.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export function lintCommand(use: ClusterUse): Command {
  return command({
    name: 'lint',
    summary: 'says what is wrong with networks, pods and workloads in files',
    description:
      'Judges every network, pod and workload of files, or of a namespace of the cluster that --kubeconfig or --context names: what the webhook would refuse or warn of, and what the real programs would, at its line and column, also inside the text of a config. References between objects are looked up among the files, then in the cluster. A SriovNetwork is judged as the network that the operator makes of it. Exit code 0: no error; 1: an error; 2: something could not be read. With --fix, what is left decides.',
    flags: lintFlags,
    conflict: settings => nothingToRead(settings, use) ?? nothingToFix(settings),
    run: async (settings, output) => (await import('./run-lint.ts')).runLint(settings, output, use),
  })
}

function nothingToRead({ filename, kubeconfig, context }: LintSettings, use: ClusterUse): string | undefined {
  return filename.length === 0 && use === 'where-given' && kubeconfig === undefined && context === undefined
    ? 'nothing to read: give networks, pods and workloads with -f FILE, -f DIR or -f - (standard input)'
    : undefined
}

function nothingToFix({ fix, diff, filename, 'fix-missing': missing }: LintSettings): string | undefined {
  if (missing && !fix && !diff) return '--fix-missing says what --fix and --diff may add: give one of them, too'
  return (fix || diff) && filename.length === 0
    ? 'nothing to fix: --fix and --diff are for files; give them with -f'
    : undefined
}

export const lint = lintCommand('where-given')
