import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import { NetworkTable } from '../bonding/network-table.ts'
import { type Network, readNetwork } from '../bonding/network.ts'
import type { WireNetwork } from './networks-api.ts'

/** The networks that a cluster has, each read once for each version. */
export class NetworkStore {
  readonly table = new NetworkTable()
  private readonly versions = new WeakMap<Network, string>()
  private readonly told: (key: NetworkKey, resourceVersion: string) => void

  /** @param told hears of every version that the API server tells, that of a removal included */
  constructor(told: (key: NetworkKey, resourceVersion: string) => void = () => undefined) {
    this.told = told
  }

  set(wire: WireNetwork): void {
    const { namespace, name, resourceVersion } = wire
    this.told(wire, resourceVersion)
    const before = this.table.get(namespace, name)
    if (before && resourceVersion !== '' && this.versions.get(before) === resourceVersion) return
    const network = networkOf(wire)
    this.versions.set(network, resourceVersion)
    this.table.set(network)
  }

  remove(wire: WireNetwork): void {
    this.told(wire, wire.resourceVersion)
    this.table.remove(wire)
  }

  /** What a complete list says: what is not in it is gone. `namespace` undefined: of all namespaces. */
  replace(namespace: string | undefined, networks: readonly WireNetwork[]): void {
    const present = new Set(networks.map(network => networkText(network)))
    for (const key of this.table.keys(namespace)) if (!present.has(networkText(key))) this.table.remove(key)
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
