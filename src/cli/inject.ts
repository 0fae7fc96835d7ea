import type { ClusterUse } from './ask-cluster.ts'
import { command, type Command } from './command.ts'
import { injectFlags } from './inject-flags.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export function injectCommand(use: ClusterUse): Command {
  return command({
    name: 'inject',
    summary: 'completes pods in files, as the webhook would',
    description:
      'Completes the labelled pods and pod templates of files, without a cluster unless --kubeconfig or --context names one: what is printed is what the webhook would make of them. Comments and layout stay. If anything is refused, or cannot be read, nothing is printed, and standard error says why.',
    flags: injectFlags,
    conflict: ({ filename }) =>
      filename.length === 0
        ? 'nothing to read: give pods and their networks with -f FILE, -f DIR or -f - (standard input)'
        : undefined,
    run: async (settings, output) => (await import('./run-inject.ts')).runInject(settings, output, use),
  })
}

export const inject = injectCommand('where-given')
