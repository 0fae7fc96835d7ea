import { command } from './command.ts'
import { rulesFlags } from './rules-flags.ts'

/** What does the work is imported when it is wanted: `--help` and mistakes answer at once. */
export const rules = command({
  name: 'rules',
  summary: 'lists the rules, or explains one',
  description:
    'Lists every rule with its severity. With the ID of one, as it stands at the end of every message: why it is so, where that is written, and what is wrong and right, each example with the real message.',
  argument: 'ID',
  flags: rulesFlags,
  conflict: () => undefined,
  run: async (settings, output, id) => (await import('./run-rules.ts')).runRules(settings, output, id),
})
