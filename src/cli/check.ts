import { checkFlags } from './check-flags.ts'
import { command } from './command.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export const check = command({
  name: 'check',
  summary: 'is this installation working? Says which part of it is broken',
  description:
    'Sends two labelled pods through the API server, as dry runs: one must come back with its bond, one must be refused. Where that fails it says which link of the chain is broken, and how to mend it. Nothing is stored. The account needs create of pods in the namespace; what else it may read (the webhook configuration, the Service and its endpoints, the namespace) makes the answers more exact.',
  flags: checkFlags,
  conflict: () => undefined,
  run: async (settings, output) => (await import('./run-check.ts')).runCheck(settings, output),
})
