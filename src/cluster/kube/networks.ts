import { CustomObjectsApi, Watch, type KubeConfig } from '@kubernetes/client-node'
import { fieldsOf } from '../../bonding/json-fields.ts'
import { ApiFailure } from '../api-failure.ts'
import type { NetworkPage, NetworksApi, WatchEvent, WireNetwork } from '../networks-api.ts'
import { text, wireNetwork } from '../wire-network.ts'
import type { KubeConnection } from './connection.ts'
import { failureOf } from './failure.ts'

const resource = { group: 'k8s.cni.cncf.io', version: 'v1', plural: 'network-attachment-definitions' } as const

export interface KubeNetworksOptions {
  readonly connection: KubeConnection
  /**
   * Seconds after which the API server ends a watch by itself: an end as agreed proves that it is still there.
   * Below 30, since the client gives a watch up that is silent for so long.
   */
  readonly watchSeconds: number
  readonly pageSize: number
}

/** The network attachment definitions of a cluster. */
export function kubeNetworks({ connection, watchSeconds, pageSize }: KubeNetworksOptions): NetworksApi {
  return {
    list: async (namespace, from) => {
      const query = { ...resource, limit: pageSize, ...(from === undefined ? {} : { _continue: from }) }
      const list: unknown = await connection.call(CustomObjectsApi, client =>
        namespace === undefined
          ? client.listClusterCustomObject(query)
          : client.listNamespacedCustomObject({ ...query, namespace }),
      )
      return pageOf(list)
    },
    watch: async (namespace, resourceVersion, event, signal) => {
      try {
        await connection.attempt(config => watchOnce(config, watchSeconds, namespace, resourceVersion, event, signal))
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 403) await askWhy(connection, namespace)
        throw error
      }
    },
    get: async (namespace, name, signal) => {
      try {
        const get = (client: CustomObjectsApi) => client.getNamespacedCustomObject({ ...resource, namespace, name })
        return wireNetwork(await connection.call(CustomObjectsApi, get, signal))
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return undefined
        throw error
      }
    },
  }
}

/**
 * The client drops what the API server says to a watch that it refuses, but not to any other call. So the same is asked
 * once more as one; where it is granted by now, the first answer counts.
 *
 * @throws ApiFailure in the API server's words
 */
async function askWhy(connection: KubeConnection, namespace: string | undefined): Promise<void> {
  const query = { ...resource, watch: true, timeoutSeconds: 1 }
  try {
    await connection.call(CustomObjectsApi, client =>
      namespace === undefined
        ? client.listClusterCustomObject(query)
        : client.listNamespacedCustomObject({ ...query, namespace }),
    )
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 403) throw error
  }
}

async function watchOnce(
  config: KubeConfig,
  watchSeconds: number,
  namespace: string | undefined,
  resourceVersion: string,
  event: (event: WatchEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const scope = namespace === undefined ? '' : `/namespaces/${namespace}`
  const path = `/apis/${resource.group}/${resource.version}${scope}/${resource.plural}`
  const query = { resourceVersion, allowWatchBookmarks: true, timeoutSeconds: watchSeconds }
  const watch = new Watch(config)
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const controller = await watch.watch(
    path,
    query,
    (type, object: unknown) => {
      const known = eventOf(type, object)
      if (known) event(known)
    },
    (error: unknown) => {
      if (error) reject(failureOf(error))
      else resolve(undefined)
    },
  )
  const abort = (): void => {
    controller.abort()
    resolve(undefined)
  }
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  await promise.finally(() => {
    signal.removeEventListener('abort', abort)
  })
}

function eventOf(type: string, object: unknown): WatchEvent | undefined {
  if (type === 'ERROR') {
    const status = fieldsOf(object)
    const code = status?.['code']
    const message = text(status?.['message']) ?? 'the watch failed'
    return { kind: 'failed', failure: new ApiFailure(message, typeof code === 'number' ? code : undefined) }
  }
  if (type === 'BOOKMARK') {
    const resourceVersion = text(fieldsOf(fieldsOf(object)?.['metadata'])?.['resourceVersion'])
    return resourceVersion === undefined ? undefined : { kind: 'bookmark', resourceVersion }
  }
  const network = wireNetwork(object)
  if (!network) return undefined
  return { kind: type === 'DELETED' ? 'removed' : 'set', network }
}

function pageOf(list: unknown): NetworkPage {
  const metadata = fieldsOf(fieldsOf(list)?.['metadata'])
  const items = fieldsOf(list)?.['items']
  if (!metadata || !Array.isArray(items)) throw new ApiFailure('the API server answered a list that is none')
  const networks = items.map(wireNetwork).filter((network): network is WireNetwork => network !== undefined)
  const next = text(metadata['continue'])
  const resourceVersion = text(metadata['resourceVersion']) ?? ''
  return { networks, resourceVersion, ...(next === undefined || next === '' ? {} : { next }) }
}
