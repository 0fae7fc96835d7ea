import type { Logger } from 'pino'
import type { CertificateSource } from '../certs/certificate-source.ts'
import type { Clock } from '../certs/clock.ts'
import { keepCertificates } from '../certs/keep-certificates.ts'
import { ServedPair } from '../certs/served-pair.ts'
import { WebhookTrust, type TrustNews } from '../certs/webhook-trust.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import type { WebhookConfigurationName } from '../cluster/webhook-configurations-api.ts'
import type { OpenPair } from './open-pair.ts'
import type { ServeSettings } from './serve-flags.ts'

export interface KeptCertificateOptions {
  readonly source: CertificateSource
  readonly settings: Pick<ServeSettings, 'mutating-webhook' | 'validating-webhook'>
  readonly connection: KubeConnection
  readonly clock: Clock
  readonly log: Logger
}

export interface OpenKeptCertificate {
  readonly opened: OpenPair
  /** Looks at the source before its time. */
  readonly look: () => void
}

/**
 * A certificate that comes from somewhere else and may not be there yet: this process starts, is not ready, and waits
 * for it.
 */
export async function openKeptCertificate(options: KeptCertificateOptions): Promise<OpenKeptCertificate> {
  const { source, settings, connection, clock, log } = options
  const served = new ServedPair()
  tellServed(served, log)
  const trust = await openTrust(configurationsOf(settings), connection, log)
  const keeper = keepCertificates({ source, trust, served, clock })
  const look = () => void keeper.look()
  look()
  const conditions = () => [
    { name: 'certificate', ...served.state(clock.now()) },
    ...(trust ? [{ name: 'webhook configurations', ...trust.condition() }] : []),
  ]
  const publish = () => Promise.resolve(undefined)
  const authorityNotAfter = () => keeper.authorityNotAfter()
  return { opened: { served, conditions, authorityNotAfter, publish, close: () => keeper.stop() }, look }
}

function configurationsOf(settings: KeptCertificateOptions['settings']): readonly WebhookConfigurationName[] {
  return [
    ...settings['mutating-webhook'].map(name => ({ kind: 'mutating' as const, name })),
    ...settings['validating-webhook'].map(name => ({ kind: 'validating' as const, name })),
  ]
}

async function openTrust(
  configurations: readonly WebhookConfigurationName[],
  connection: KubeConnection,
  log: Logger,
): Promise<WebhookTrust | undefined> {
  if (configurations.length === 0) return undefined
  const { kubeWebhookConfigurations } = await import('../cluster/kube/webhook-configurations.ts')
  const tell = (news: TrustNews) => {
    tellTrust(news, log)
  }
  return new WebhookTrust({ api: kubeWebhookConfigurations(connection), configurations, tell })
}

/** What the server itself does not say: it tells of changes, and of the next one that cannot be used. */
function tellServed(served: ServedPair, log: Logger): void {
  served.subscribe({
    changed: () => undefined,
    kept: () => undefined,
    missing: problem => {
      log.error({ problem }, 'waiting for a certificate')
    },
    recovered: () => {
      log.info('certificate can be read again')
    },
  })
}

function tellTrust(news: TrustNews, log: Logger): void {
  const { kind, ...facts } = news
  switch (kind) {
    case 'repaired':
      log.info(facts, 'caBundle written')
      return
    case 'trouble':
      log.error(facts, 'caBundle cannot be kept')
      return
    case 'recovered':
      log.info(facts, 'caBundle is kept again')
  }
}
