import type { Catalogue } from '../bonding/catalogue.ts'
import type { Network } from '../bonding/network.ts'
import { NetworkStore } from '../cluster/network-store.ts'
import type { NetworksApi } from '../cluster/networks-api.ts'

/**
 * The networks of a cluster, behind those of files: of two with one name, that of the files counts, since it is the
 * one that is about to be applied.
 *
 * The engine does not wait. So it is asked, notes which namespaces it would have needed, reads these, and is asked
 * again: an account need not be allowed to look at more than its pods use.
 */
export class ClusterCatalogue {
  readonly #api: NetworksApi
  readonly #store = new NetworkStore()
  readonly #known = new Set<string>()
  readonly #wanted = new Set<string>()
  readonly #joined = new WeakMap<Catalogue, Catalogue>()

  constructor(api: NetworksApi) {
    this.#api = api
  }

  /** The same joined catalogue for the same files, with the same lists, by which the engine remembers what it found. */
  behind(files: Catalogue): Catalogue {
    const joined = this.#joined.get(files) ?? this.#join(files)
    this.#joined.set(files, joined)
    return joined
  }

  /**
   * Reads the namespaces that were asked for since.
   *
   * @returns false: there were none, and what was answered stands
   * @throws ApiFailure
   */
  async catchUp(): Promise<boolean> {
    const wanted = [...this.#wanted]
    this.#wanted.clear()
    for (const namespace of wanted) await this.#read(namespace)
    return wanted.length > 0
  }

  #join(files: Catalogue): Catalogue {
    const lists = new Map<readonly Network[], readonly Network[]>()
    return {
      get: (namespace, name) => files.get(namespace, name) ?? this.#get(namespace, name),
      list: namespace => {
        this.#note(namespace)
        const own = files.list(namespace)
        const others = this.#store.table.list(namespace)
        if (others.length === 0) return own
        const joined = lists.get(others) ?? [
          ...own,
          ...others.filter(({ reference }) => !files.get(namespace, reference.name)),
        ]
        lists.set(others, joined)
        return joined
      },
    }
  }

  #get(namespace: string, name: string): Network | undefined {
    this.#note(namespace)
    return this.#store.table.get(namespace, name)
  }

  #note(namespace: string): void {
    if (!this.#known.has(namespace)) this.#wanted.add(namespace)
  }

  async #read(namespace: string): Promise<void> {
    let from: string | undefined
    do {
      const page = await this.#api.list(namespace, from)
      for (const network of page.networks) this.#store.set(network)
      from = page.next
    } while (from !== undefined)
    this.#known.add(namespace)
  }
}
