import {
  AdmissionregistrationV1Api,
  ApiException,
  CoreV1Api,
  DiscoveryV1Api,
  type V1EndpointSlice,
} from '@kubernetes/client-node'
import { ApiFailure } from '../api-failure.ts'
import type { CheckApi } from '../check/check-api.ts'
import type { PodAnswer, Read, ServiceFacts } from '../check/evidence.ts'
import type { KubeConnection } from './connection.ts'
import { failureOf } from './failure.ts'
import { podCalls } from './mutating-webhooks.ts'
import { podWebhooks } from './pod-webhooks.ts'

/** What `check` asks, of a real API server. */
export function kubeCheckApi(connection: KubeConnection): CheckApi {
  return {
    podWebhooks: name =>
      reading(async () => {
        const get = (client: AdmissionregistrationV1Api) => client.readMutatingWebhookConfiguration({ name })
        return podWebhooks(await connection.call(AdmissionregistrationV1Api, get))
      }),
    podCalls: () => reading(() => podCalls(connection)),
    namespaceLabels: name =>
      reading(async () => {
        const { metadata } = await connection.call(CoreV1Api, client => client.readNamespace({ name }))
        return metadata?.labels ?? {}
      }),
    service: (namespace, name) => readService(connection, namespace, name),
    sendPod: (namespace, pod) => sendPod(connection, namespace, pod),
  }
}

function readService(connection: KubeConnection, namespace: string, name: string): Promise<Read<ServiceFacts>> {
  return reading(async () => {
    const { spec } = await connection.call(CoreV1Api, client => client.readNamespacedService({ namespace, name }))
    const readyEndpoints = await reading(async () => {
      const labelSelector = `kubernetes.io/service-name=${name}`
      const list = (client: DiscoveryV1Api) => client.listNamespacedEndpointSlice({ namespace, labelSelector })
      return countReady((await connection.call(DiscoveryV1Api, list)).items)
    })
    return { isAlias: spec?.type === 'ExternalName', readyEndpoints }
  })
}

/** "ready" may be left out, which means yes (k8s.io/api discovery/v1 EndpointConditions). */
function countReady(slices: readonly V1EndpointSlice[]): number {
  return slices.flatMap(({ endpoints }) => endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false)
    .length
}

async function sendPod(connection: KubeConnection, namespace: string, body: object): Promise<PodAnswer> {
  const create = async (client: CoreV1Api): Promise<PodAnswer> => {
    try {
      return { kind: 'created', pod: await client.createNamespacedPod({ namespace, body, dryRun: 'All' }) }
    } catch (error) {
      // Here, so that only an answer counts as one; a rejected token is dealt with by the connection.
      if (!(error instanceof ApiException) || error.code === 401) throw error
      return { kind: 'refused', status: error.code, message: failureOf(error).message }
    }
  }
  try {
    return await connection.call(CoreV1Api, create)
  } catch (error) {
    if (error instanceof ApiFailure && error.status === undefined) {
      return { kind: 'unanswered', reason: error.message }
    }
    throw error
  }
}

/** What is not allowed to be read, or is not there, is an answer, too. */
async function reading<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { kind: 'found', value: await read() }
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status === undefined || error.status === 401) throw error
    return error.status === 404 ? { kind: 'absent' } : { kind: 'unread', reason: error.message }
  }
}
