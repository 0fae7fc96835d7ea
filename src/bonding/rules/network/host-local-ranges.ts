import { parseCidr, parseIp } from '../../ip-address.ts'
import type { JsonNode } from '../../go-json.ts'
import type { Path } from '../../place.ts'
import { addressText, type Bytes, compare, filled, masked } from './byte-addresses.ts'
import { memberOf } from './ipam.ts'

/** What host-local refuses in a range, and the field below ipam. */
export interface RangeProblem {
  readonly path: Path
  /** Found and expected. */
  readonly found: string
  /** host-local's own words. */
  readonly said: string
  readonly fix: string
}

const example = '10.56.217.0/24'

/** A range as host-local checks it (plugins/ipam/host-local/backend/allocator/range.go Canonicalize). */
export function rangeProblem(range: JsonNode, path: Path): RangeProblem | undefined {
  const subnet = memberOf(range, 'subnet')
  const at = [...path, 'subnet']
  if (subnet === undefined) {
    return { path: at, found: 'missing', said: 'IP <nil> not v4 nor v6', fix: `Add "subnet": "${example}"` }
  }
  const text = subnet.kind === 'string' ? subnet.value : ''
  const cidr = parseCidr(text)
  if (!cidr) {
    const found = text === '' ? 'no text with a subnet' : `"${text.slice(0, 50)}" is no subnet`
    return { path: at, found, said: `invalid CIDR address: ${text.slice(0, 50)}`, fix: `Write it like "${example}"` }
  }
  return subnetProblem(text, cidr.address, cidr.prefixLength, at) ?? endsProblem(range, text, path)
}

function subnetProblem(text: string, address: Bytes, prefix: number, path: Path): RangeProblem | undefined {
  const bits = address.length * 8
  if (prefix > bits - 2) {
    const found = `${text} has no room for addresses: /${bits - 2} is the smallest subnet`
    return { path, found, said: `Network ${text} too small to allocate from`, fix: `Write a subnet like "${example}"` }
  }
  const network = masked(address, prefix)
  if (network.every((byte, index) => byte === address[index])) return undefined
  const right = `${addressText(network)}/${prefix}`
  const said = `Network has host bits set. For a subnet mask of length ${prefix} the network address is ${addressText(network)}`
  return { path, found: `${text} is an address in the subnet, not the subnet`, said, fix: `Write "${right}"` }
}

function endsProblem(range: JsonNode, subnet: string, path: Path): RangeProblem | undefined {
  const cidr = parseCidr(subnet)
  const ends = new Map<string, Bytes>()
  for (const key of ['gateway', 'rangeStart', 'rangeEnd']) {
    const end = memberOf(range, key)
    if (end === undefined || end.kind === 'null' || (end.kind === 'string' && end.value === '')) continue
    const text = end.kind === 'string' ? end.value : ''
    const address = parseIp(text)
    const fix = `Write an address of ${subnet}, or leave ${key} out`
    if (!address)
      return { path: [...path, key], found: 'no IP address', said: `invalid IP address: ${text.slice(0, 50)}`, fix }
    // Whether the gateway must be inside depends on the version.
    if (!cidr || key === 'gateway' || isInside(address, cidr)) ends.set(key, address)
    else
      return {
        path: [...path, key],
        found: `${text} is not in ${subnet}`,
        said: `${text} not in network ${subnet}`,
        fix,
      }
  }
  const [start, end] = [ends.get('rangeStart'), ends.get('rangeEnd')]
  if (!start || !end || compare(start, end) <= 0) return undefined
  const found = 'the range ends before it starts'
  return { path: [...path, 'rangeEnd'], found, said: `is in network ${subnet} but before start`, fix: 'Swap the two' }
}

function isInside(
  address: Bytes,
  { address: subnet, prefixLength }: { address: Bytes; prefixLength: number },
): boolean {
  if (address.length !== subnet.length) return false
  return compare(masked(address, prefixLength), masked(subnet, prefixLength)) === 0
}

/** First and last address of a range that has no problem. The default leaves out the network and, for IPv4, the broadcast. */
export function endsOf(range: JsonNode): { readonly start: Bytes; readonly end: Bytes } | undefined {
  const subnet = memberOf(range, 'subnet')
  const cidr = subnet?.kind === 'string' ? parseCidr(subnet.value) : undefined
  if (!cidr) return undefined
  const { address, prefixLength } = cidr
  const last = filled(address, prefixLength)
  const given = (key: string): Bytes | undefined => {
    const node = memberOf(range, key)
    return node?.kind === 'string' ? parseIp(node.value) : undefined
  }
  return {
    start: given('rangeStart') ?? [...address.slice(0, -1), (address.at(-1) ?? 0) + 1],
    end: given('rangeEnd') ?? (address.length === 4 ? [...last.slice(0, -1), (last.at(-1) ?? 0) - 1] : last),
  }
}
