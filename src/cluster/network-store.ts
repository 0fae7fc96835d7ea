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
    this.told(wire, wire.resourceVersion)
    const network = this.read(wire)
    if (network === this.table.get(wire.namespace, wire.name)) return
    this.versions.set(network, wire.resourceVersion)
    this.table.set(network)
  }

  /** Its typed view: the one that is kept, if that is of this version. Nothing is kept that was not. */
  read(wire: WireNetwork): Network {
    const { namespace, name, resourceVersion } = wire
    const kept = this.table.get(namespace, name)
    return kept && resourceVersion !== '' && this.versions.get(kept) === resourceVersion ? kept : networkOf(wire)
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
