import { clusterFlags, contextNamespaceFlag } from './cluster-flags.ts'
import { repeated, toggle, withDefault, type Settings } from './flag.ts'
import { oneOf, text } from './flag-values.ts'
import { siteFlags } from './site-flags.ts'

/** The settings of `explain`; those that kubectl has are called and mean the same. */
export const explainFlags = {
  filename: repeated(
    {
      short: 'f',
      value: 'PATH',
      help: 'Pods and workloads, and the networks they need: a file, a directory (its .yaml, .yml and .json files), or - for standard input. With a KIND/NAME: networks that count before those of the cluster.',
    },
    text,
  ),
  recursive: toggle({ short: 'R', help: 'Read what is in directories inside the directories, too.' }),
  output: withDefault(
    {
      short: 'o',
      value: 'text|json',
      help: 'text: step by step, for a person. json: a list with an object for each pod and workload.',
      fallback: 'text',
    },
    oneOf('text', 'json'),
  ),
  namespace: contextNamespaceFlag,
  ...clusterFlags,
  ...siteFlags,
}

export type ExplainSettings = Settings<typeof explainFlags>
