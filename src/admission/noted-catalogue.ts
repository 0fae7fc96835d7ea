import type { Catalogue, CatalogueGap, ListUse } from '../bonding/catalogue.ts'
import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import type { Network } from '../bonding/network.ts'

/** A catalogue that notes what it was asked, and what it could not answer. */
export class NotedCatalogue implements Catalogue {
  /** The networks that it does not have, by their text. */
  readonly missing = new Map<string, NetworkKey>()
  /** The namespaces whose list decided something although it may not be complete, and why it may not. */
  readonly gaps = new Map<string, CatalogueGap>()
  /** The namespaces that decided something. */
  readonly namespaces = new Set<string>()
  readonly #catalogue: Catalogue

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue
  }

  get(namespace: string, name: string): Network | undefined {
    this.namespaces.add(namespace)
    const network = this.#catalogue.get(namespace, name)
    const key = { namespace, name }
    if (!network) this.missing.set(networkText(key), key)
    return network
  }

  list(namespace: string, use: ListUse = 'decide'): readonly Network[] {
    if (use === 'decide') {
      this.namespaces.add(namespace)
      const gap = this.gap(namespace)
      if (gap) this.gaps.set(namespace, gap)
    }
    return this.#catalogue.list(namespace, use)
  }

  gap(namespace: string): CatalogueGap | undefined {
    return this.#catalogue.gap?.(namespace)
  }

  /** What was noted counted for one decision; another is made. */
  startAnew(): void {
    this.missing.clear()
    this.gaps.clear()
    this.namespaces.clear()
  }
}
