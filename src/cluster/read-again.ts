import type { Catalogue } from '../bonding/catalogue.ts'
import { NetworkTable } from '../bonding/network-table.ts'
import type { Network } from '../bonding/network.ts'
import { ApiFailure } from './api-failure.ts'
import { LiveLists } from './live-lists.ts'
import type { NetworkStore } from './network-store.ts'
import type { NetworksApi } from './networks-api.ts'
import { orAborted } from './or-aborted.ts'

/** A second look at namespaces, past the watch. What it sees is not kept: the watch may be ahead of it already. */
export class ReadAgain {
  private readonly lists: LiveLists
  private readonly store: NetworkStore
  private readonly catalogue: Catalogue

  constructor(api: NetworksApi, store: NetworkStore, catalogue: Catalogue) {
    this.lists = new LiveLists(api)
    this.store = store
    this.catalogue = catalogue
  }

  /** The catalogue with what these namespaces hold now; undefined where that is the same, or cannot be told. */
  async catalogueWith(namespaces: readonly string[], signal: AbortSignal): Promise<Catalogue | undefined> {
    const lists = await Promise.all(namespaces.map(namespace => this.changed(namespace, signal)))
    const tables = new Map(lists.filter(list => list !== undefined))
    if (tables.size === 0) return undefined
    const of = (namespace: string): Catalogue => tables.get(namespace) ?? this.catalogue
    return {
      get: (namespace, name) => of(namespace).get(namespace, name),
      list: (namespace, use) => of(namespace).list(namespace, use),
      gap: namespace => of(namespace).gap?.(namespace),
    }
  }

  private async changed(namespace: string, signal: AbortSignal): Promise<[string, NetworkTable] | undefined> {
    try {
      const list = await orAborted(() => this.lists.list(namespace), signal)
      const networks = list?.map(wire => this.store.read(wire))
      if (!networks || sameNetworks(networks, this.store.table.list(namespace))) return undefined
      return [namespace, new NetworkTable(networks)]
    } catch (error) {
      if (error instanceof ApiFailure || signal.aborted) return undefined
      throw error
    }
  }
}

/** The store reads each version of a network once, so that the same object says the same. */
function sameNetworks(a: readonly Network[], b: readonly Network[]): boolean {
  const all = new Set(b)
  return a.length === b.length && a.every(network => all.has(network))
}
