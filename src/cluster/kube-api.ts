import {
  ApiException,
  createConfiguration,
  CustomObjectsApi,
  KubeConfig,
  ServerConfiguration,
  Watch,
} from '@kubernetes/client-node'
import { fieldsOf } from '../bonding/json-fields.ts'
import { ApiFailure, type NetworkPage, type NetworksApi, type WatchEvent, type WireNetwork } from './networks-api.ts'
import { text, wireNetwork } from './wire-network.ts'

const resource = { group: 'k8s.cni.cncf.io', version: 'v1', plural: 'network-attachment-definitions' } as const

export interface KubeApiOptions {
  /** A kubeconfig file; without it $KUBECONFIG, then ~/.kube/config, then the pod's own service account. */
  readonly kubeconfig?: string
  readonly context?: string
  /** Milliseconds that one page or one look-up may take: the client itself waits five minutes for a hung list. */
  readonly requestTimeout: number
  /**
   * Seconds after which the API server ends a watch by itself: an end as agreed proves that it is still there.
   * Below 30, since the client gives a watch up that is silent for so long.
   */
  readonly watchSeconds: number
  readonly pageSize: number
}

/** The only file that knows the client library. */
export function createKubeApi(options: KubeApiOptions): NetworksApi {
  let config = loadConfig(options)
  /** A rotated token is read again at once instead of after the client's minute. */
  const attempt = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call()
    } catch (error) {
      const failure = apiFailure(error)
      if (failure.status === 401) config = loadConfig(options)
      throw failure
    }
  }
  const api = (signal: AbortSignal): CustomObjectsApi => customObjects(config, signal)
  const limits = (signal?: AbortSignal): AbortSignal => {
    const timeout = AbortSignal.timeout(options.requestTimeout)
    return signal ? AbortSignal.any([signal, timeout]) : timeout
  }
  return {
    list: (namespace, from) =>
      attempt(async () => {
        const query = { ...resource, limit: options.pageSize, ...(from === undefined ? {} : { _continue: from }) }
        const client = api(limits())
        const list: unknown = await (namespace === undefined
          ? client.listClusterCustomObject(query)
          : client.listNamespacedCustomObject({ ...query, namespace }))
        return pageOf(list)
      }),
    watch: (namespace, resourceVersion, event, signal) =>
      attempt(() => watchOnce(config, options.watchSeconds, namespace, resourceVersion, event, signal)),
    get: async (namespace, name, signal) => {
      try {
        return await attempt(async () =>
          wireNetwork(await api(limits(signal)).getNamespacedCustomObject({ ...resource, namespace, name })),
        )
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return undefined
        throw error
      }
    },
  }
}

function loadConfig({ kubeconfig, context }: KubeApiOptions): KubeConfig {
  const config = new KubeConfig()
  if (kubeconfig === undefined) config.loadFromDefault()
  else config.loadFromFile(kubeconfig)
  if (context !== undefined) {
    if (!config.getContextObject(context)) throw new Error(`there is no context "${context}" in the kubeconfig`)
    config.setCurrentContext(context)
  }
  const server = config.getCurrentCluster()?.server
  if (server === undefined) throw new Error('the kubeconfig names no cluster')
  // What the client makes up where it finds nothing.
  if (server === 'http://localhost:8080') {
    throw new Error('no cluster is configured: give --kubeconfig FILE, or --manifests DIR to read networks from files')
  }
  return config
}

function customObjects(config: KubeConfig, signal: AbortSignal): CustomObjectsApi {
  const server = config.getCurrentCluster()?.server
  if (server === undefined) throw new ApiFailure('the kubeconfig names no cluster')
  return new CustomObjectsApi(
    createConfiguration({
      baseServer: new ServerConfiguration(server, {}),
      authMethods: { default: config },
      // The client ignores a signal given with a call.
      promiseMiddleware: [
        {
          pre: context => {
            context.setSignal(signal)
            return Promise.resolve(context)
          },
          post: response => Promise.resolve(response),
        },
      ],
    }),
  )
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
      if (error) reject(apiFailure(error))
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

function apiFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  if (error instanceof ApiException)
    return new ApiFailure(statusMessage(error.body) ?? `HTTP ${error.code}`, error.code)
  if (!(error instanceof Error)) return new ApiFailure(String(error))
  const status: unknown = 'statusCode' in error ? error.statusCode : undefined
  if (typeof status === 'number') return new ApiFailure(error.message, status)
  return new ApiFailure(error.cause instanceof Error ? error.cause.message : error.message)
}

/** The body is a Status, or its text. */
function statusMessage(body: unknown): string | undefined {
  if (typeof body !== 'string') return text(fieldsOf(body)?.['message'])
  try {
    return statusMessage(JSON.parse(body) as object)
  } catch {
    return undefined
  }
}
