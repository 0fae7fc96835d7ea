import type { KubeConnection } from './connection.ts'

/** The namespace in which kubectl works with this connection. */
export function contextNamespace(connection: KubeConnection): Promise<string> {
  return connection.attempt(config => {
    const context = config.getContextObject(config.getCurrentContext())
    return Promise.resolve(context?.namespace || 'default')
  })
}
