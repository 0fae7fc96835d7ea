import { CoreV1Api, V1Secret } from '@kubernetes/client-node'
import { ApiFailure } from '../api-failure.ts'
import type { SecretsApi, WireSecret } from '../secrets-api.ts'
import type { KubeConnection } from './connection.ts'

const fieldManager = 'bond-injector'

/** Secrets by name; `get` and `update` are all that it asks of RBAC. */
export function kubeSecrets(connection: KubeConnection): SecretsApi {
  return {
    get: async (namespace, name) => {
      try {
        const secret = await connection.call(CoreV1Api, client => client.readNamespacedSecret({ namespace, name }))
        return wireSecret(connection, namespace, name, secret)
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return undefined
        throw error
      }
    },
  }
}

function wireSecret(connection: KubeConnection, namespace: string, name: string, secret: V1Secret): WireSecret {
  return {
    data: mapValues(secret.data ?? {}, value => Buffer.from(value, 'base64').toString()),
    replace: async data => {
      const encoded = mapValues(data, value => Buffer.from(value).toString('base64'))
      // Still with the resourceVersion that was read: that makes it compare and swap.
      const body = Object.assign(new V1Secret(), secret, { data: { ...secret.data, ...encoded } })
      try {
        await connection.call(CoreV1Api, client =>
          client.replaceNamespacedSecret({ namespace, name, body, fieldManager }),
        )
        return 'written'
      } catch (error) {
        if (error instanceof ApiFailure && (error.status === 409 || error.status === 404)) return 'conflict'
        throw error
      }
    },
  }
}

function mapValues(values: Readonly<Record<string, string>>, map: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]))
}
