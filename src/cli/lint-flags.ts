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
  fix: toggle({
    help: 'Write the changes that need no decision: values of the wrong type, a missing cniVersion, callouts of the documentation, indentation. Nothing else of a file changes. With -f - the fixed text goes to standard output, and the report to standard error.',
  }),
  diff: toggle({ help: 'Print what --fix would change as a unified diff, and change nothing.' }),
  'fix-missing': toggle({
    help: 'Add also failOverMac (where active-backup has none) and linksInContainer (where the links are net1, net2, ...).',
  }),
  ...siteFlags,
}

export type LintSettings = Settings<typeof lintFlags>
