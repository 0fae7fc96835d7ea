import { certainties } from '../manifests/lint/certainties.ts'
import { clusterFlags, contextNamespaceFlag } from './cluster-flags.ts'
import { repeated, toggle, withDefault, type Settings } from './flag.ts'
import { oneOf, text } from './flag-values.ts'
import { siteFlags } from './site-flags.ts'

/** The settings of `lint`; those that kubectl has are called and mean the same. */
export const lintFlags = {
  filename: repeated(
    {
      short: 'f',
      value: 'PATH',
      help: 'Networks, pods and workloads together: a file, a directory (its .yaml, .yml and .json files), or - for standard input. Without it, where a cluster is asked: the objects of a namespace of the cluster.',
    },
    text,
  ),
  recursive: toggle({ short: 'R', help: 'Read what is in directories inside the directories, too.' }),
  output: withDefault(
    {
      short: 'o',
      value: 'text|json|sarif|junit',
      help: 'text: for a person. json, sarif (2.1.0) and junit: for programs, code hosts and build servers.',
      fallback: 'text',
    },
    oneOf('text', 'json', 'sarif', 'junit'),
  ),
  namespace: {
    ...contextNamespaceFlag,
    help: `${contextNamespaceFlag.help} Without -f, the one whose objects are judged.`,
  },
  ...clusterFlags,
  'min-certainty': withDefault(
    {
      value: 'CERTAINTY',
      help: `Tell only what is at least that certain: ${certainties.join(', ')}.`,
      fallback: 'advice',
    },
    oneOf(...certainties),
  ),
  ...siteFlags,
}

export type LintSettings = Settings<typeof lintFlags>
