import type { staticNet } from '../../cni-config/ipam-structs.ts'
import type { GoValue } from '../../go-decode.ts'
import type { Path } from '../../place.ts'

/** A text that static reads as an address with a prefix length, and its key below the plugin. */
export interface AddressText {
  readonly text: string
  readonly path: Path
}

/** The addresses that static takes (plugins/ipam/static/main.go LoadIPAMConfig): those of the runtime and of args come instead of its own. */
export function takenAddresses({ ipam, args, runtimeConfig }: GoValue<typeof staticNet>): readonly AddressText[] {
  const ofArgs = texts(args.cni.ips, ['args', 'cni', 'ips'])
  const ofRuntime = texts(runtimeConfig.ips, ['runtimeConfig', 'ips'])
  // Those of args are read even where the runtime has others.
  if (ofArgs.length > 0 || ofRuntime.length > 0) return [...ofArgs, ...ofRuntime]
  const own = (ipam.addresses ?? []).map(({ address, Address }, index) =>
    // Somebody who writes net.IPNet in Go's own form is not asked for text.
    Address.IP === null ? [{ text: address, path: ['ipam', 'addresses', index, 'address'] }] : [],
  )
  return own.flat()
}

function texts(list: readonly string[] | null, path: Path): readonly AddressText[] {
  return (list ?? []).map((text, index) => ({ text, path: [...path, index] }))
}
