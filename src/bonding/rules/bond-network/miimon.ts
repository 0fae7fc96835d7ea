const mostDigits = 19

/** A text as Go's strconv.Atoi reads it: `+100` and `0100` are 100. undefined: not digits, or more than an int64 holds. */
export function readMiimon(text: string): bigint | undefined {
  const [, sign, digits] = /^([+-]?)0*([1-9][0-9]*|0)$/.exec(text) ?? []
  if (digits === undefined || digits.length > mostDigits) return undefined
  const value = BigInt(digits) * (sign === '-' ? -1n : 1n)
  return BigInt.asIntN(64, value) === value ? value : undefined
}

/** What the kernel gets of it: netlink cuts to 32 bits, and sends nothing that is negative. */
export function sentMiimon(value: bigint): bigint | undefined {
  return value < 0n ? undefined : BigInt.asUintN(32, value)
}

/** The kernel's own range ends at INT_MAX (drivers/net/bonding/bond_options.c bond_intmax_tbl). */
export const largestMiimon = 2_147_483_647n
