import type { Catalogue } from '../bonding/catalogue.ts'
import { type Network, readNetwork } from '../bonding/network.ts'
import type { WireNetwork } from './networks-api.ts'

interface Entry {
  readonly resourceVersion: string
  readonly network: Network
}

/** The networks that are known, each read once for each version. */
export class NetworkStore implements Catalogue {
  private readonly namespaces = new Map<string, Map<string, Entry>>()
  /** Lists by namespace, until something there changes: who keeps facts about a list keys them by the array. */
  private readonly lists = new Map<string, readonly Network[]>()

  get(namespace: string, name: string): Network | undefined {
    return this.namespaces.get(namespace)?.get(name)?.network
  }

  list(namespace: string): readonly Network[] {
    const known = this.lists.get(namespace)
    if (known) return known
    const list = [...(this.namespaces.get(namespace)?.values() ?? [])].map(entry => entry.network)
    this.lists.set(namespace, list)
    return list
  }

  get size(): number {
    let size = 0
    for (const entries of this.namespaces.values()) size += entries.size
    return size
  }

  set(wire: WireNetwork): void {
    const { namespace, name, resourceVersion } = wire
    const entries = this.namespaces.get(namespace) ?? new Map<string, Entry>()
    this.namespaces.set(namespace, entries)
    if (resourceVersion !== '' && entries.get(name)?.resourceVersion === resourceVersion) return
    entries.set(name, { resourceVersion, network: networkOf(wire) })
    this.lists.delete(namespace)
  }

  remove(namespace: string, name: string): void {
    const entries = this.namespaces.get(namespace)
    if (!entries?.delete(name)) return
    if (entries.size === 0) this.namespaces.delete(namespace)
    this.lists.delete(namespace)
  }

  /** What a complete list says: what is not in it is gone. `namespace` undefined: of all namespaces. */
  replace(namespace: string | undefined, networks: readonly WireNetwork[]): void {
    const present = new Set(networks.map(({ namespace, name }) => `${namespace}/${name}`))
    const scope = namespace === undefined ? [...this.namespaces.keys()] : [namespace]
    for (const own of scope) {
      for (const name of [...(this.namespaces.get(own)?.keys() ?? [])]) {
        if (!present.has(`${own}/${name}`)) this.remove(own, name)
      }
    }
    for (const network of networks) this.set(network)
  }
}

/** The typed view of what the API server sent. */
export function networkOf({ namespace, name, annotations, config }: WireNetwork): Network {
  return readNetwork({
    metadata: { namespace, name, annotations },
    ...(config === undefined ? {} : { spec: { config } }),
  })
}
