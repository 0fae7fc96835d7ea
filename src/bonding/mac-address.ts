/** Groups for 6, 8 and 20 bytes (the last for InfiniBand), in the four notations. Groups of one address share a separator. */
const notations = [
  /^[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:(?:\1[0-9a-f]{2}){2}|(?:\1[0-9a-f]{2}){14})?$/i,
  /^[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}(?:\.[0-9a-f]{4}|(?:\.[0-9a-f]{4}){7})?$/i,
  // Bare digits: Go 1.26 and later only; what builds Multus today.
  /^(?:[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{40})$/i,
]

/**
 * A hardware address as Go's net.ParseMAC reads it: `02:00:00:00:00:01`, `02-00-00-00-00-01`, `0200.0000.0001`,
 * `020000000001`; 6, 8 or 20 bytes. Multicast, broadcast and zero addresses pass.
 *
 * @returns its bytes, or undefined for any other text
 */
export function parseMac(text: string): readonly number[] | undefined {
  if (!notations.some(notation => notation.test(text))) return undefined
  const digits = text.replaceAll(/[^0-9a-f]/gi, '')
  return Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  )
}
