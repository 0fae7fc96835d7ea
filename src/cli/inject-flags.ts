import { clusterFlags, contextNamespaceFlag } from './cluster-flags.ts'
import { repeated, toggle, withDefault, type Settings } from './flag.ts'
import { oneOf, text } from './flag-values.ts'
import { siteFlags } from './site-flags.ts'

/** The settings of `inject`; those that kubectl has are called and mean the same. */
export const injectFlags = {
  filename: repeated(
    {
      short: 'f',
      value: 'PATH',
      help: 'Pods and workloads, and the networks they need: a file, a directory (its .yaml, .yml and .json files), or - for standard input.',
    },
    text,
  ),
  recursive: toggle({ short: 'R', help: 'Read what is in directories inside the directories, too.' }),
  output: withDefault(
    {
      short: 'o',
      value: 'yaml|json|patch|diff',
      help: 'yaml: the files that hold pods, as their authors wrote them, with what was added. json: their objects. patch: a JSON Patch for each pod and workload. diff: what changes in which file.',
      fallback: 'yaml',
    },
    oneOf('yaml', 'json', 'patch', 'diff'),
  ),
  namespace: contextNamespaceFlag,
  ...clusterFlags,
  ...siteFlags,
}

export type InjectSettings = Settings<typeof injectFlags>
