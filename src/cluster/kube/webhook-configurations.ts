import { AdmissionregistrationV1Api } from '@kubernetes/client-node'
import { ApiFailure } from '../api-failure.ts'
import type { WebhookConfigurationName, WebhookConfigurationsApi, WireWebhook } from '../webhook-configurations-api.ts'
import type { KubeConnection } from './connection.ts'

const fieldManager = 'bond-injector'

/** Webhook configurations by name; `get` and `patch` are all that it asks of RBAC. */
export function kubeWebhookConfigurations(connection: KubeConnection): WebhookConfigurationsApi {
  return {
    webhooks: async configuration => {
      try {
        const { webhooks = [] } = await connection.call(AdmissionregistrationV1Api, read(configuration))
        return webhooks.map(({ name, clientConfig: { caBundle = '' } }) => ({ name, caBundle: decoded(caBundle) }))
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return undefined
        throw error
      }
    },
    write: async (configuration, webhooks) => {
      await connection.call(AdmissionregistrationV1Api, patch(configuration, webhooks.flatMap(operations)))
    },
  }
}

type Call<T> = (client: AdmissionregistrationV1Api) => Promise<T>

function read({ kind, name }: WebhookConfigurationName) {
  return (client: AdmissionregistrationV1Api) =>
    kind === 'mutating'
      ? client.readMutatingWebhookConfiguration({ name })
      : client.readValidatingWebhookConfiguration({ name })
}

/** JSON Patch, the client's default. */
function patch({ kind, name }: WebhookConfigurationName, body: readonly unknown[]): Call<unknown> {
  return client =>
    kind === 'mutating'
      ? client.patchMutatingWebhookConfiguration({ name, body, fieldManager })
      : client.patchValidatingWebhookConfiguration({ name, body, fieldManager })
}

/** The API server refuses the whole patch where another webhook stands at that place by now. */
function operations(webhook: WireWebhook | undefined, index: number): readonly unknown[] {
  if (!webhook) return []
  const caBundle = Buffer.from(webhook.caBundle).toString('base64')
  return [
    { op: 'test', path: `/webhooks/${index}/name`, value: webhook.name },
    { op: 'add', path: `/webhooks/${index}/clientConfig/caBundle`, value: caBundle },
  ]
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString()
}
