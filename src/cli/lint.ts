import type { ClusterUse } from './ask-cluster.ts'
import { command, type Command } from './command.ts'
import { lintFlags } from './lint-flags.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export function lintCommand(use: ClusterUse): Command {
  return command({
    name: 'lint',
    summary: 'says what is wrong with networks, pods and workloads in files',
    description:
      'Judges every network, pod and workload of files, or of a namespace of the cluster that --kubeconfig or --context names: what the webhook would refuse or warn of, and what the real programs would, at its line and column, also inside the text of a config. References between objects are looked up among the files, then in the cluster. A SriovNetwork is judged as the network that the operator makes of it. Exit code 0: no error; 1: an error; 2: something could not be read.',
    flags: lintFlags,
    conflict: ({ filename, kubeconfig, context }) =>
      filename.length === 0 && use === 'where-given' && kubeconfig === undefined && context === undefined
        ? 'nothing to read: give networks, pods and workloads with -f FILE, -f DIR or -f - (standard input)'
        : undefined,
    run: async (settings, output) => (await import('./run-lint.ts')).runLint(settings, output, use),
  })
}

export const lint = lintCommand('where-given')
