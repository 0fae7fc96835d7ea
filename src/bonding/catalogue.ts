import type { Network } from './network.ts'

/** The network attachment definitions that the engine may look at. Synchronous: whoever feeds it does the waiting. */
export interface Catalogue {
  get(namespace: string, name: string): Network | undefined
  /** Those of one namespace, in no particular order; the same array until one of them changes. */
  list(namespace: string): readonly Network[]
}

/** A catalogue of networks that do not change. Of two with one name the last counts. */
export function catalogueOf(networks: Iterable<Network>): Catalogue {
  const namespaces = new Map<string, Map<string, Network>>()
  for (const network of networks) {
    const { namespace, name } = network.reference
    const own = namespaces.get(namespace) ?? new Map<string, Network>()
    namespaces.set(namespace, own.set(name, network))
  }
  const lists = new Map([...namespaces].map(([namespace, own]) => [namespace, [...own.values()]]))
  const none: readonly Network[] = []
  return {
    get: (namespace, name) => namespaces.get(namespace)?.get(name),
    list: namespace => lists.get(namespace) ?? none,
  }
}
