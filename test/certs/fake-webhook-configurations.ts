import type { ApiFailure } from '../../src/cluster/api-failure.ts'
import type {
  WebhookConfigurationName,
  WebhookConfigurationsApi,
  WireWebhook,
} from '../../src/cluster/webhook-configurations-api.ts'

/** Webhook configurations by name, whatever their kind. */
export class FakeWebhookConfigurations implements WebhookConfigurationsApi {
  readonly all = new Map<string, readonly WireWebhook[]>()
  writes = 0
  failure: ApiFailure | undefined
  unwritable: ApiFailure | undefined

  set(name: string, ...bundles: readonly string[]): void {
    const webhooks = bundles.map((caBundle, index) => ({ name: `${index}.${name}`, caBundle }))
    this.all.set(name, webhooks)
  }

  bundlesOf(name: string): readonly string[] {
    return (this.all.get(name) ?? []).map(({ caBundle }) => caBundle)
  }

  async webhooks({ name }: WebhookConfigurationName): Promise<readonly WireWebhook[] | undefined> {
    await Promise.resolve()
    if (this.failure) throw this.failure
    return this.all.get(name)
  }

  async write({ name }: WebhookConfigurationName, written: readonly (WireWebhook | undefined)[]): Promise<void> {
    await Promise.resolve()
    const failure = this.failure ?? this.unwritable
    if (failure) throw failure
    this.writes++
    const webhooks = this.all.get(name) ?? []
    this.all.set(
      name,
      webhooks.map((webhook, index) => written[index] ?? webhook),
    )
  }
}
