import { AdmissionregistrationV1Api } from '@kubernetes/client-node'
import type { PodCall } from '../check/evidence.ts'
import { inCallOrder } from '../webhook-order/call-order.ts'
import type { KubeConnection } from './connection.ts'
import { podWebhooks } from './pod-webhooks.ts'

/**
 * All mutating webhooks of the cluster that are called when pods are created, in the order in which they are.
 *
 * @throws ApiFailure, also where they may not be listed
 */
export async function podCalls(connection: KubeConnection, signal?: AbortSignal): Promise<readonly PodCall[]> {
  const list = (client: AdmissionregistrationV1Api) => client.listMutatingWebhookConfiguration()
  const { items } = await connection.call(AdmissionregistrationV1Api, list, signal)
  const calls = items.flatMap(item =>
    podWebhooks(item).map(webhook => ({ configuration: item.metadata?.name ?? '', webhook })),
  )
  return inCallOrder(calls)
}
