import type { PodAnswer, PodCall, PodWebhook, Read, ServiceFacts } from './evidence.ts'

/** What `check` asks an API server. Each rejects with an `ApiFailure` where that cannot be reached or does not know us. */
export interface CheckApi {
  /** Those webhooks of a mutating webhook configuration that are called when pods are created. */
  podWebhooks(configuration: string): Promise<Read<readonly PodWebhook[]>>
  /** All webhooks that are called when pods are created, in the order in which they are. */
  podCalls(): Promise<Read<readonly PodCall[]>>
  namespaceLabels(namespace: string): Promise<Read<Readonly<Record<string, string>>>>
  service(namespace: string, name: string): Promise<Read<ServiceFacts>>
  /** As a dry run: nothing is stored. */
  sendPod(namespace: string, pod: object): Promise<PodAnswer>
}
