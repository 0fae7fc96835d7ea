import { optional } from './flag.ts'
import { namespace, text } from './flag-values.ts'

/** How kubectl is told which cluster, and which namespace of it. */
export const clusterFlags = {
  kubeconfig: optional(
    {
      value: 'FILE',
      help: 'The cluster whose networks complete those of the files; those of the files come first.',
    },
    text,
  ),
  context: optional({ value: 'NAME', help: 'A context of the kubeconfig other than its current one.' }, text),
}

/** With a default that only a cluster knows. */
export const contextNamespaceFlag = {
  ...optional(
    {
      short: 'n',
      value: 'NAMESPACE',
      help: 'The namespace of objects that name none. Where a cluster is asked, the default is that of its context.',
    },
    namespace,
  ),
  fallback: 'default',
}
