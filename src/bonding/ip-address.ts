/** An address with the number of leading bits that name its network. */
export interface Cidr {
  /** As written, host bits included. 4 or 16 bytes. */
  readonly address: readonly number[]
  readonly prefixLength: number
}

// Digits only, and no leading zero: Go refuses 010 because some programs read it as octal.
const octet = /^(?:0|[1-9]\d{0,2})$/
const hextet = /^[0-9a-f]{1,4}$/i

/**
 * An address as Go's net.ParseIP reads it.
 *
 * @returns 4 bytes for the dotted form, 16 for a form with colons (`::ffff:10.0.0.1` too), undefined for any other
 *   text: zones (`fe80::1%eth0`), blanks and octets with leading zeros are refused
 */
export function parseIp(text: string): readonly number[] | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text)
}

/** Address and prefix length as Go's net.ParseCIDR reads them. The prefix length may have leading zeros (`/024`). */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/')
  if (slash < 0) return undefined
  const address = parseIp(text.slice(0, slash))
  const digits = text.slice(slash + 1)
  if (!address || !/^\d+$/.test(digits)) return undefined
  const prefixLength = Number(digits)
  return prefixLength <= address.length * 8 ? { address, prefixLength } : undefined
}

function parseIpv4(text: string): readonly number[] | undefined {
  const octets = text.split('.')
  if (octets.length !== 4 || !octets.every(part => octet.test(part))) return undefined
  const bytes = octets.map(Number)
  return bytes.every(byte => byte <= 255) ? bytes : undefined
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::')
  const [front = '', back] = halves
  if (halves.length > 2) return undefined
  const before = parseGroups(front, back === undefined)
  const after = parseGroups(back ?? '', true)
  if (!before || !after) return undefined
  const missing = 16 - before.length - after.length
  // `::` stands for at least one group of zeros.
  if (back === undefined ? missing !== 0 : missing < 2) return undefined
  return [...before, ...Array.from({ length: missing }, () => 0), ...after]
}

/** The bytes of groups with single colons between them; an IPv4 address may stand for the last two of the address. */
function parseGroups(text: string, atEnd: boolean): readonly number[] | undefined {
  if (text === '') return []
  const groups = text.split(':')
  const bytes: number[] = []
  for (const [index, group] of groups.entries()) {
    const last = atEnd && index === groups.length - 1
    const parsed = last && group.includes('.') ? parseIpv4(group) : parseHextet(group)
    if (!parsed) return undefined
    bytes.push(...parsed)
  }
  return bytes
}

function parseHextet(group: string): readonly number[] | undefined {
  if (!hextet.test(group)) return undefined
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}
