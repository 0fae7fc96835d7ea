/** An address as its bytes: 4 or 16. */
export type Bytes = readonly number[]

/** Negative: `a` comes first. Both are of one family. */
export function compare(a: Bytes, b: Bytes): number {
  const differs = a.findIndex((byte, index) => byte !== b[index])
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

/** The address with all host bits zero. */
export function masked(address: Bytes, prefix: number): Bytes {
  return address.map((byte, index) => byte & maskByte(prefix, index))
}

/** The address with all host bits one. */
export function filled(address: Bytes, prefix: number): Bytes {
  return address.map((byte, index) => (byte & maskByte(prefix, index)) | (~maskByte(prefix, index) & 0xff))
}

export function addressText(bytes: Bytes): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  )
  return groups.join(':').replace(/(?:^|:)0(?::0)+$/, '::')
}

function maskByte(prefix: number, index: number): number {
  const ones = Math.min(Math.max(prefix - 8 * index, 0), 8)
  return (0xff << (8 - ones)) & 0xff
}

/** As Go's To4: the four bytes of an IPv4 address that is written as `::ffff:10.0.0.1`, all other addresses as they are. */
export function ipv4Of(bytes: Bytes): Bytes {
  const mapped = bytes.length === 16 && bytes.every((byte, index) => index > 11 || byte === (index > 9 ? 0xff : 0))
  return mapped ? bytes.slice(12) : bytes
}
