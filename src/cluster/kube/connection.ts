import { createConfiguration, KubeConfig, ServerConfiguration, type Configuration } from '@kubernetes/client-node'
import { ApiFailure } from '../api-failure.ts'
import { failureOf } from './failure.ts'

// The files of this folder are the only ones that know the client library.

export interface ConnectionOptions {
  /** A kubeconfig file; without it $KUBECONFIG, then ~/.kube/config, then the pod's own service account. */
  readonly kubeconfig?: string
  readonly context?: string
  /** Milliseconds that one call may take: the client itself waits five minutes for a list that hangs. */
  readonly requestTimeout: number
}

/** What the client library makes a typed API of: `CustomObjectsApi`, `CoreV1Api`, ... */
type ApiClass<T> = new (configuration: Configuration) => T

/** The way to one API server, whoever asks it for whatever. */
export class KubeConnection {
  readonly #options: ConnectionOptions
  #config: KubeConfig

  /** @throws where the kubeconfig cannot be used, with a sentence */
  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#config = loadConfig(options)
  }

  /**
   * Calls the API server.
   *
   * @param signal ends the call before its time is over
   * @throws ApiFailure, and nothing else
   */
  call<Api, T>(api: ApiClass<Api>, use: (client: Api) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const timeout = AbortSignal.timeout(this.#options.requestTimeout)
    return this.attempt(config => {
      const configuration = configurationFor(config, signal ? AbortSignal.any([signal, timeout]) : timeout)
      return use(new api(configuration))
    })
  }

  /** The same with the bare configuration, for what is not one call. A rotated token is read again at once instead of after the client's minute. */
  async attempt<T>(call: (config: KubeConfig) => Promise<T>): Promise<T> {
    try {
      return await call(this.#config)
    } catch (error) {
      const failure = failureOf(error)
      if (failure.status === 401) this.#config = loadConfig(this.#options)
      throw failure
    }
  }
}

/** Neither a kubeconfig nor a pod's own service account. */
export class NoClusterConfigured extends Error {}

function loadConfig({ kubeconfig, context }: ConnectionOptions): KubeConfig {
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
    throw new NoClusterConfigured('no cluster is configured: give --kubeconfig FILE')
  }
  return config
}

function configurationFor(config: KubeConfig, signal: AbortSignal): Configuration {
  const server = config.getCurrentCluster()?.server
  if (server === undefined) throw new ApiFailure('the kubeconfig names no cluster')
  return createConfiguration({
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
  })
}
