export interface WebhookConfigurationName {
  readonly kind: 'mutating' | 'validating'
  readonly name: string
}

/** One webhook of a configuration. */
export interface WireWebhook {
  readonly name: string
  /** PEM: what the API server trusts when it calls this webhook. Empty: what its machine trusts. */
  readonly caBundle: string
}

/** What keeping `caBundle` needs of an API server. All rejects with an `ApiFailure`. */
export interface WebhookConfigurationsApi {
  /** The webhooks in their order. undefined: the configuration is not there. */
  webhooks(configuration: WebhookConfigurationName): Promise<readonly WireWebhook[] | undefined>
  /**
   * Writes the bundles and nothing else. Whatever happens meanwhile to the list of webhooks, no bundle gets into
   * another webhook: then it rejects, and the next look sees what is there.
   *
   * @param webhooks by their place in the list that was read; undefined: leave that one alone
   */
  write(configuration: WebhookConfigurationName, webhooks: readonly (WireWebhook | undefined)[]): Promise<void>
}
