import { parseCidr, parseIp } from '../../ip-address.ts'
import type { Path } from '../../place.ts'
import { addressText, type Bytes, compare, filled, ipv4Of, masked } from './byte-addresses.ts'

/** A range as host-local decodes it: texts that are addresses, or null. */
export interface Range {
  readonly subnet: string | null
  readonly rangeStart: string | null
  readonly rangeEnd: string | null
  readonly gateway: string | null
}

/** What host-local refuses in a range, and the key below the plugin. */
export interface RangeProblem {
  readonly path: Path
  /** Found and expected. */
  readonly found: string
  /** host-local's own words. */
  readonly said: string
  readonly fix: string
}

export interface Ends {
  readonly start: Bytes
  readonly end: Bytes
}

export const exampleSubnet = '10.56.217.0/24'

/** A range as host-local checks it (plugins/ipam/host-local/backend/allocator/range.go Canonicalize). */
export function rangeProblem(range: Range, path: Path): RangeProblem | undefined {
  const { subnet } = range
  const at = [...path, 'subnet']
  const cidr = parseCidr(subnet ?? '')
  if (subnet === null || !cidr) {
    return { path: at, found: 'missing', said: 'IP <nil> not v4 nor v6', fix: `Add "subnet": "${exampleSubnet}"` }
  }
  return subnetProblem(subnet, cidr.address, cidr.prefixLength, at) ?? endsProblem(range, subnet, path)
}

function subnetProblem(text: string, address: Bytes, prefix: number, path: Path): RangeProblem | undefined {
  const bits = address.length * 8
  if (prefix > bits - 2) {
    const found = `${text} has no room for addresses: /${bits - 2} is the smallest subnet`
    return {
      path,
      found,
      said: `Network ${text} too small to allocate from`,
      fix: `Write a subnet like "${exampleSubnet}"`,
    }
  }
  if (ipv4Of(address).length !== address.length) {
    const found = `${text} is an IPv4 subnet in the notation of IPv6`
    return { path, found, said: 'IPNet IP and Mask version mismatch', fix: `Write it like "${exampleSubnet}"` }
  }
  const network = masked(address, prefix)
  if (network.every((byte, index) => byte === address[index])) return undefined
  const right = `${addressText(network)}/${prefix}`
  const said = `Network has host bits set. For a subnet mask of length ${prefix} the network address is ${addressText(network)}`
  return { path, found: `${text} is an address in the subnet, not the subnet`, said, fix: `Write "${right}"` }
}

function endsProblem(range: Range, subnet: string, path: Path): RangeProblem | undefined {
  const cidr = parseCidr(subnet)
  // Whether the gateway must be inside depends on the version.
  for (const key of ['rangeStart', 'rangeEnd'] as const) {
    const text = range[key]
    if (text === null || (cidr && isInside(ipv4Of(parseIp(text) ?? []), cidr))) continue
    const fix = `Write an address of ${subnet}, or leave ${key} out`
    return { path: [...path, key], found: `${text} is not in ${subnet}`, said: `${text} not in network ${subnet}`, fix }
  }
  const ends = endsOf(range)
  // An end that host-local fills in is not compared.
  if (range.rangeEnd === null || !ends || compare(ends.start, ends.end) <= 0) return undefined
  const said = `RangeEnd ${range.rangeEnd} not in network ${subnet}`
  const at = [...path, 'rangeEnd']
  return range.rangeStart === null
    ? { path: at, found: 'the address of the subnet itself', said, fix: `Write a later address of ${subnet}` }
    : { path: at, found: 'the range ends before it starts', said, fix: 'Swap the two' }
}

function isInside(
  address: Bytes,
  { address: subnet, prefixLength }: { address: Bytes; prefixLength: number },
): boolean {
  if (address.length !== subnet.length) return false
  return compare(masked(address, prefixLength), masked(subnet, prefixLength)) === 0
}

/** First and last address of a range that has no problem. The default leaves out the network and, for IPv4, the broadcast. */
export function endsOf(range: Range): Ends | undefined {
  const cidr = parseCidr(range.subnet ?? '')
  if (!cidr) return undefined
  const { address, prefixLength } = cidr
  const last = filled(address, prefixLength)
  const given = (text: string | null): Bytes | undefined => {
    const bytes = parseIp(text ?? '')
    return bytes && ipv4Of(bytes)
  }
  return {
    start: given(range.rangeStart) ?? [...address.slice(0, -1), (address.at(-1) ?? 0) + 1],
    end: given(range.rangeEnd) ?? (address.length === 4 ? [...last.slice(0, -1), (last.at(-1) ?? 0) - 1] : last),
  }
}
