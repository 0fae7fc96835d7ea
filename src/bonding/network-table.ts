import type { Catalogue } from './catalogue.ts'
import type { NetworkKey } from './network-key.ts'
import type { Network } from './network.ts'

const none: readonly Network[] = []

/** The catalogue that all who gather networks fill: by namespace and name, with a list of each namespace. */
export class NetworkTable implements Catalogue {
  readonly #namespaces = new Map<string, Map<string, Network>>()
  /** The engine keeps facts about a list by its array, so it stays the same one until something there changes. */
  readonly #lists = new Map<string, readonly Network[]>()

  /** Of two with one name the last counts. */
  constructor(networks: Iterable<Network> = none) {
    for (const network of networks) this.set(network)
  }

  get(namespace: string, name: string): Network | undefined {
    return this.#namespaces.get(namespace)?.get(name)
  }

  list(namespace: string): readonly Network[] {
    const known = this.#lists.get(namespace)
    if (known) return known
    const networks = this.#namespaces.get(namespace)
    // What nobody has is not remembered: anybody can ask for any namespace.
    if (!networks) return none
    const list = [...networks.values()]
    this.#lists.set(namespace, list)
    return list
  }

  /** How many networks there are. */
  get size(): number {
    let size = 0
    for (const networks of this.#namespaces.values()) size += networks.size
    return size
  }

  set(network: Network): void {
    const { namespace, name } = network.reference
    const networks = this.#namespaces.get(namespace) ?? new Map<string, Network>()
    this.#namespaces.set(namespace, networks.set(name, network))
    this.#lists.delete(namespace)
  }

  remove({ namespace, name }: NetworkKey): void {
    const networks = this.#namespaces.get(namespace)
    if (!networks?.delete(name)) return
    if (networks.size === 0) this.#namespaces.delete(namespace)
    this.#lists.delete(namespace)
  }

  /** The names of all networks, or of those of one namespace. */
  keys(namespace?: string): readonly NetworkKey[] {
    const own = namespace === undefined ? [...this.#namespaces.keys()] : [namespace]
    return own.flatMap(each => this.list(each).map(network => network.reference))
  }
}
