import { parseCidr, parseIp } from '../ip-address.ts'
import { parseMac } from '../mac-address.ts'
import { quote } from './quote.ts'

/** What an element of the JSON form asks of the plugin, as far as Multus checks it. */
export interface RequestedAddresses {
  readonly mac: string
  readonly 'infiniband-guid': string
  readonly ips: readonly string[] | null
}

/** An address that Multus cannot parse. */
export interface AddressProblem {
  /** From the element to the value. */
  readonly path: readonly (string | number)[]
  readonly found: string
  readonly fix: string
  readonly multus: string
}

/** The first address that Multus refuses, in the order in which it looks at them. */
export function addressProblem(request: RequestedAddresses): AddressProblem | undefined {
  const { mac, 'infiniband-guid': guid, ips } = request
  if (mac !== '' && !parseMac(mac)) {
    return {
      path: ['mac'],
      found: `"mac" is ${quote(mac)}, which is no MAC address`,
      fix: 'Write six pairs of hexadecimal digits: "02:00:00:00:00:01"',
      multus: 'failed to mac',
    }
  }
  if (guid !== '' && !parseMac(guid)) {
    return {
      path: ['infiniband-guid'],
      found: `"infiniband-guid" is ${quote(guid)}, which is no GUID`,
      fix: 'Write eight pairs of hexadecimal digits: "02:00:00:00:00:00:00:01"',
      multus: 'failed to validate infiniband GUID',
    }
  }
  const bad = (ips ?? []).findIndex(ip => !(parseCidr(ip) ?? parseIp(ip)))
  return bad < 0 ? undefined : ipProblem(ips?.[bad] ?? '', bad)
}

function ipProblem(ip: string, index: number): AddressProblem {
  const cidr = ip.includes('/')
  return {
    path: ['ips', index],
    found: `"ips" has ${quote(ip)}, which is no IP address${cidr ? ' with a prefix length' : ''}${remark(ip)}`,
    fix: 'Write an address, with or without the length of its network prefix: "10.0.0.5/24", "fd00::5/64"',
    multus: `failed to parse ${cidr ? 'CIDR' : 'IP address'}`,
  }
}

function remark(ip: string): string {
  if (/\s/.test(ip)) return ': it has a blank'
  if (ip.includes('%')) return ': it has a zone'
  if (/(?:^|\.)0\d/.test(ip)) return ': a part of it has a leading zero'
  return /\/\d+\./.test(ip) ? ': it has a netmask' : ''
}
