import { X509Certificate } from 'node:crypto'
import { readBundle } from '../../src/certs/bundle.ts'
import { keepCertificates, type CertificateKeeper } from '../../src/certs/keep-certificates.ts'
import { SecretSource } from '../../src/certs/secret-source.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { WebhookTrust } from '../../src/certs/webhook-trust.ts'
import { FakeSecrets } from './fake-secrets.ts'
import { FakeWebhookConfigurations } from './fake-webhook-configurations.ts'

export interface Replica {
  readonly served: ServedPair
  readonly keeper: CertificateKeeper
}

/** Replicas of one Secret and one webhook configuration, that look only when they are told to, at a time of our own. */
export class Replicas {
  readonly secrets = new FakeSecrets()
  readonly configurations = new FakeWebhookConfigurations()
  readonly all: readonly Replica[]
  now: Date

  constructor(count: number, now: Date) {
    this.now = now
    this.configurations.set('pods', '', '')
    this.all = Array.from({ length: count }, () => this.replica())
  }

  replica(): Replica {
    const source = new SecretSource({
      api: this.secrets,
      namespace: 'net',
      name: 'pair',
      names: ['localhost'],
      written: () => undefined,
      unwritten: () => undefined,
    })
    const configurations = [{ kind: 'mutating', name: 'pods' } as const]
    const trust = new WebhookTrust({ api: this.configurations, configurations, tell: () => undefined })
    const served = new ServedPair()
    const clock = { now: () => this.now, every: () => () => undefined }
    return { served, keeper: keepCertificates({ source, trust, served, clock }) }
  }

  /** PEM: what the API server trusts. */
  get bundle(): string {
    return this.configurations.bundlesOf('pods')[0] ?? ''
  }

  /** As the API server sees it: in time, and signed by somebody in the bundle who is in time. */
  isTrusted({ served }: Replica, bundle: string): boolean {
    const leaf = new X509Certificate(served.pair.cert)
    const alive = (one: X509Certificate) => new Date(one.validFrom) <= this.now && this.now <= new Date(one.validTo)
    const signers = readBundle(bundle).certificates.filter(alive)
    return alive(leaf) && signers.some(signer => leaf.checkIssued(signer) && leaf.verify(signer.publicKey))
  }
}
