import { command } from './command.ts'
import { serveFlags, type ServeSettings } from './serve-flags.ts'

/** The server is imported when it is wanted: `--help` and mistakes answer at once. */
export const serve = command({
  name: 'serve',
  summary: 'the webhook: completes labelled pods, or refuses them',
  description:
    'The webhook, over HTTPS under /mutate/pods, and plain HTTP for /healthz, /readyz and /metrics. Network attachment definitions come from a cluster, or with --manifests from files. Without --tls-cert and --tls-secret it makes a certificate for itself.',
  flags: serveFlags,
  conflict: conflictOf,
  run: async (settings, output) => (await import('./run-serve.ts')).runServe(settings, output),
})

function conflictOf(settings: ServeSettings): string | undefined {
  return manifestsConflict(settings) ?? pairConflict(settings) ?? secretConflict(settings) ?? trustConflict(settings)
}

type Flag = keyof ServeSettings

function isGiven(settings: ServeSettings, flag: Flag): boolean {
  const setting = settings[flag]
  return Array.isArray(setting) ? setting.length > 0 : setting !== undefined
}

function manifestsConflict(settings: ServeSettings): string | undefined {
  if (!isGiven(settings, 'manifests')) return undefined
  const forNetworks = (['kubeconfig', 'context'] as const).find(flag => isGiven(settings, flag))
  if (forNetworks) return `--${forNetworks} excludes --manifests: networks come from a cluster or from files`
  const needsCluster = ['tls-secret', 'tls-ca', 'mutating-webhook', 'validating-webhook'] as const
  const flag = needsCluster.find(one => isGiven(settings, one))
  return flag && `--${flag} excludes --manifests: it needs a cluster`
}

function pairConflict(settings: ServeSettings): string | undefined {
  const { 'tls-cert': cert, 'tls-key': key, 'ca-out': caOut, 'tls-name': names } = settings
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

function secretConflict(settings: ServeSettings): string | undefined {
  if (!isGiven(settings, 'tls-secret')) return undefined
  if (isGiven(settings, 'tls-cert'))
    return '--tls-secret excludes --tls-cert: the certificate is in a Secret or in files'
  if (isGiven(settings, 'ca-out')) return '--ca-out excludes --tls-secret: the authority is ca.crt in that Secret'
  if (isGiven(settings, 'tls-name')) return undefined
  return '--tls-secret needs --tls-name: the name under which the API server calls, such as bond-injector.NAMESPACE.svc'
}

function trustConflict(settings: ServeSettings): string | undefined {
  if (isGiven(settings, 'tls-ca') && !isGiven(settings, 'tls-cert')) return '--tls-ca is given without --tls-cert'
  const flag = (['mutating-webhook', 'validating-webhook'] as const).find(one => isGiven(settings, one))
  if (!flag || isGiven(settings, 'tls-secret') || isGiven(settings, 'tls-ca')) return undefined
  return `--${flag} needs --tls-secret or --tls-ca: what its caBundle must hold`
}
