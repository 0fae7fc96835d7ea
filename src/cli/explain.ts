import type { ClusterUse } from './ask-cluster.ts'
import { command, type Command } from './command.ts'
import { explainFlags } from './explain-flags.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export function explainCommand(use: ClusterUse): Command {
  return command({
    name: 'explain',
    summary: 'why a pod gets what it gets, step by step',
    description:
      'Says of a pod or workload which label selects which bond, where the links of the bond come from, which interfaces and devices that makes, and which rules speak; KIND/NAME is one of the cluster, such as pod/web or deploy/web. A completed pod is worked out anew from its label and the networks of today, and where that is not what it carries, the difference is told.',
    argument: 'KIND/NAME',
    flags: explainFlags,
    conflict: () => undefined,
    run: async (settings, output, target) =>
      (await import('./run-explain.ts')).runExplain(settings, output, target, use),
  })
}

export const explain = explainCommand('where-given')
