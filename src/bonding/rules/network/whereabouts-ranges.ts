import type { whereaboutsNet } from '../../cni-config/ipam-structs.ts'
import type { GoValue } from '../../go-decode.ts'
import { type Cidr, parseCidr, parseIp } from '../../ip-address.ts'
import type { Path } from '../../place.ts'
import { ipv4Of, masked } from './byte-addresses.ts'

/** What whereabouts refuses, and the key below the plugin. */
export interface WhereaboutsProblem {
  readonly path: Path
  readonly found: string
  readonly fix: string
  readonly missing?: true
}

type Ipam = GoValue<typeof whereaboutsNet>['ipam']

const like = 'Write it like "10.56.217.0/24"'

/** The first thing that whereabouts cannot use (pkg/config/config.go LoadIPAMConfig). */
export function whereaboutsProblem(ipam: Ipam): WhereaboutsProblem | undefined {
  const ranges = [
    ...(ipam.range === '' ? [] : [{ text: ipam.range, path: ['ipam', 'range'] }]),
    ...(ipam.ipRanges ?? []).map(({ range }, index) => ({ text: range, path: ['ipam', 'ipRanges', index, 'range'] })),
  ]
  const addresses = ipam.addresses ?? []
  if (ranges.length === 0 && addresses.length === 0 && ipam.configuration_path === '') {
    const fix = 'Add "range": "10.56.217.0/24"'
    return { path: ['ipam', 'range'], found: 'missing, and whereabouts needs it', fix, missing: true }
  }
  const bad = ranges.find(({ text }) => !isRange(text))
  if (bad) return { path: bad.path, found: `${short(bad.text)} is no range that whereabouts can read`, fix: like }
  if (ipam.gateway !== '' && !parseIp(sloppy(ipam.gateway))) {
    const fix = 'Write an address like "10.56.217.1", or leave gateway out'
    return { path: ['ipam', 'gateway'], found: `${short(ipam.gateway)} is no address`, fix }
  }
  const index = addresses.findIndex(({ address }) => !parseCidr(sloppy(address)))
  const text = addresses[index]?.address
  if (text === undefined) return undefined
  const path = ['ipam', 'addresses', index, 'address']
  return { path, found: `${short(text)} is no address with a prefix length`, fix: 'Write it like "10.56.217.9/24"' }
}

/** `10.0.0.0/24`, or `10.0.0.5-10.0.0.9/24` with the first address in the subnet of the second. */
function isRange(text: string): boolean {
  const dash = text.indexOf('-')
  const cidr = parseCidr(sloppy(text.slice(dash + 1)))
  if (dash < 0) return cidr !== undefined
  const first = parseIp(sloppy(text.slice(0, dash)))
  return first !== undefined && cidr !== undefined && contains(cidr, ipv4Of(first))
}

function contains({ address, prefixLength }: Cidr, other: readonly number[]): boolean {
  if (other.length !== address.length) return false
  return String(masked(address, prefixLength)) === String(masked(other, prefixLength))
}

/** whereabouts takes zeros in front of the parts of an IPv4 address, as Go once did. */
function sloppy(text: string): string {
  return text.replace(/[^.:]+/g, part => (/^\d+(?:\/|$)/.test(part) ? part.replace(/^0+(?=\d)/, '') : part))
}

function short(text: string): string {
  return JSON.stringify(text.slice(0, 50))
}
