import { lastSpelling, placeInside } from '../../bond-network/place.ts'
import type { Plugin } from '../../cni-config.ts'
import { hostLocalNet, staticNet, whereaboutsNet } from '../../cni-config/ipam-structs.ts'
import { pluginConf } from '../../cni-config/structs.ts'
import { decodeGo, type Decoding, type GoType, type GoValue, type Mismatch } from '../../go-decode.ts'
import type { Network } from '../../network.ts'
import type { Path, Place } from '../../place.ts'
import { delegating } from './ipam.ts'

/** What each of them decodes. */
interface Nets {
  readonly 'host-local': GoValue<typeof hostLocalNet>
  readonly static: GoValue<typeof staticNet>
  readonly whereabouts: GoValue<typeof whereaboutsNet>
}

type IpamType = keyof Nets

const nets: { readonly [K in IpamType]: GoType<Nets[K]> } = {
  'host-local': hostLocalNet,
  static: staticNet,
  whereabouts: whereaboutsNet,
}

export const ipamTypes: readonly IpamType[] = ['host-local', 'static', 'whereabouts']

/** A plugin whose addresses come from an IPAM plugin, with what that one reads of its whole config. */
export interface IpamNet<T> {
  readonly plugin: Plugin
  readonly value: T
  readonly mismatches: readonly Mismatch[]
  /** Of a key of the plugin: `place('ipam', 'ranges', 0)`, in the author's spelling. */
  place(...path: Path): Place
}

/** What that IPAM plugin reads, for each plugin of a network whose config the whole chain reads. */
export function ipamNets<K extends IpamType>({ config }: Network, type: K): readonly IpamNet<Nets[K]>[] {
  // With a wrong type somewhere nobody gets as far as IPAM.
  if (config.kind !== 'plugins' || config.problems.length > 0) return []
  const net: GoType<Nets[K]> = nets[type]
  return config.plugins
    .filter(plugin => delegating.includes(plugin.type) && ipamTypeOf(plugin) === type)
    .map(plugin => read(plugin, decodeGo(plugin.received, net)))
}

function ipamTypeOf({ received }: Plugin): string {
  return decodeGo(received, pluginConf).value.ipam.type
}

function read<T>(plugin: Plugin, { value, mismatches }: Decoding<T>): IpamNet<T> {
  const place = (...path: Path) => placeInside(plugin, lastSpelling(plugin, String(path[0])), path)
  return { plugin, value, mismatches, place }
}

/** The place of a value that cannot be read: of a key that comes twice it need not be the last one. */
export function placeOfMismatch({ place }: Pick<IpamNet<unknown>, 'place'>, { path, origin }: Mismatch): Place {
  return { path: place(...path).path, span: { start: origin.node.start, end: origin.node.end } }
}
