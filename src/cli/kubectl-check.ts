import { checkFlags } from './check-flags.ts'
import { check } from './check.ts'
import { contextNamespaceFlag } from './cluster-flags.ts'
import { command } from './command.ts'
import { connectCluster } from './connect-cluster.ts'
import { exitCode } from './exit-code.ts'

/** `check`, in the namespace where kubectl works. */
export const kubectlCheck = command({
  name: check.name,
  summary: check.summary,
  description: check.description,
  flags: {
    ...checkFlags,
    namespace: {
      ...contextNamespaceFlag,
      help: 'Where the pods are sent to. The default is the namespace of the context, where it has one.',
    },
  },
  conflict: () => undefined,
  run: async (settings, output) => {
    const connection = await connectCluster(settings, 'checking an installation')
    if (typeof connection === 'string') {
      output.stderr(`bond-injector check: ${connection}\n`)
      return exitCode.wrongUse
    }
    const { contextNamespace } = await import('../cluster/kube/context-namespace.ts')
    const namespace = settings.namespace ?? (await contextNamespace(connection))
    return (await import('./run-check.ts')).runCheck({ ...settings, namespace }, output)
  },
})
