import type { Path } from '../place.ts'
import { ownKeys } from './bond-network/own-keys.ts'

/** Fields that Multus, libcni, the plugins we judge or an IPAM plugin read: their names tell nothing of an author. */
const words = new Set<string>([
  ...ownKeys,
  ...['spec', 'config', 'metadata', 'annotations', 'plugins', 'cniVersion', 'cniVersions', 'name', 'type', 'vlan'],
  ...['capabilities', 'disableCheck', 'ipam', 'dns', 'prevResult', 'runtimeConfig', 'args'],
  ...['range', 'ranges', 'rangeStart', 'rangeEnd', 'range_start', 'range_end', 'ipRanges', 'subnet', 'exclude'],
  ...['address', 'addresses', 'gateway', 'routes', 'dst', 'gw', 'nameservers', 'domain', 'search', 'options'],
])

/** A path as far as the reader of another namespace may see it: up to the first key that its author invented. */
export function knownPath(path: Path): Path {
  if (path[0] === 'metadata') return path
  const end = path.findIndex(step => typeof step === 'string' && !words.has(step))
  return end === -1 ? path : path.slice(0, end)
}
