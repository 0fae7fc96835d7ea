import { adoptFlags } from './adopt-flags.ts'
import type { ClusterUse } from './ask-cluster.ts'
import { command, type Command } from './command.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export function adoptCommand(use: ClusterUse): Command {
  return command({
    name: 'adopt',
    summary: 'shows what hand-written pods need not say any more',
    description:
      'For pods and pod templates whose networks annotation already lists a bond and its links: shows what to delete, and which label and annotations to put there, so that the webhook makes the same pod of it. It is tried before it is shown: standard error says what the pod then gets, and what would not be as before. Nothing is ever written. Exit code 1: a pod cannot be adopted; 2: something could not be read.',
    flags: adoptFlags,
    conflict: ({ filename }) =>
      filename.length === 0
        ? 'nothing to read: give pods and their networks with -f FILE, -f DIR or -f - (standard input)'
        : undefined,
    run: async (settings, output) => (await import('./run-adopt.ts')).runAdopt(settings, output, use),
  })
}

export const adopt = adoptCommand('where-given')
