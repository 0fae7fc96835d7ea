import type { Catalogue, CatalogueGap, ListUse } from '../bonding/catalogue.ts'
import type { Network } from '../bonding/network.ts'

/** A catalogue that remembers what it answered, and can tell whether it would answer the same today. */
export class AskedCatalogue implements Catalogue {
  readonly #catalogue: Catalogue
  readonly #networks: Network[] = []
  readonly #lists = new Map<string, readonly Network[]>()
  #complete = true

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue
  }

  /** Did it know everything that it was asked? */
  get complete(): boolean {
    return this.#complete
  }

  get(namespace: string, name: string): Network | undefined {
    const network = this.#catalogue.get(namespace, name)
    if (network) this.#networks.push(network)
    else this.#complete = false
    return network
  }

  list(namespace: string, use?: ListUse): readonly Network[] {
    const list = this.#catalogue.list(namespace, use)
    this.#lists.set(namespace, list)
    return list
  }

  gap(namespace: string): CatalogueGap | undefined {
    const gap = this.#catalogue.gap?.(namespace)
    if (gap) this.#complete = false
    return gap
  }

  /** By identity: networks and lists are the same objects until they change. */
  saysTheSame(): boolean {
    const catalogue = this.#catalogue
    for (const network of this.#networks) {
      const { namespace, name } = network.reference
      if (catalogue.get(namespace, name) !== network) return false
    }
    for (const [namespace, list] of this.#lists) {
      if (catalogue.gap?.(namespace) || catalogue.list(namespace) !== list) return false
    }
    return true
  }
}
