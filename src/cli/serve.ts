import { command } from './command.ts'
import { serveFlags, type ServeSettings } from './serve-flags.ts'

/** The server is imported when it is wanted: `--help` and mistakes answer at once. */
export const serve = command({
  name: 'serve',
  summary: 'the webhook: completes labelled pods, or refuses them',
  description:
    'The webhook, over HTTPS under /mutate/pods, and plain HTTP for /healthz and /readyz. Network attachment definitions come from a cluster, or with --manifests from files. Without --tls-cert and --tls-key it makes a certificate for itself.',
  flags: serveFlags,
  conflict: conflictOf,
  run: async (settings, output) => (await import('./run-serve.ts')).runServe(settings, output),
})

function conflictOf(settings: ServeSettings): string | undefined {
  const { 'tls-cert': cert, 'tls-key': key, 'ca-out': caOut, 'tls-name': names, manifests } = settings
  const clusterFlag = (['kubeconfig', 'context'] as const).find(flag => settings[flag] !== undefined)
  if (manifests.length > 0 && clusterFlag !== undefined) {
    return `--${clusterFlag} excludes --manifests: networks come from a cluster or from files`
  }
  if ((cert === undefined) !== (key === undefined)) {
    return `${cert === undefined ? '--tls-key' : '--tls-cert'} is given without ${cert === undefined ? '--tls-cert' : '--tls-key'}`
  }
  if (cert !== undefined && caOut !== undefined) {
    return '--ca-out excludes --tls-cert: it writes the authority of the certificate that the program makes itself'
  }
  if (cert !== undefined && names.length > 0) {
    return '--tls-name excludes --tls-cert: it adds names to the certificate that the program makes itself'
  }
  return undefined
}
