import { parseCidr } from '../../ip-address.ts'
import type { hostLocalNet, whereaboutsNet } from '../../cni-config/ipam-structs.ts'
import type { GoValue } from '../../go-decode.ts'
import { rule } from '../rule.ts'
import { ipv4Of } from './byte-addresses.ts'
import { ipamNets } from './ipam-nets.ts'
import { takenAddresses } from './static-addresses.ts'

const old = (ipam: string) => `{"cniVersion": "0.2.0", "name": "oam", "type": "macvlan", "ipam": {${ipam}}}`

export default rule({
  id: 'one-address-per-family',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a network with two addresses of one family has a cniVersion of 0.3.0 or later',
  why: 'A result of an older version, and of none, has room for one IPv4 and one IPv6 address: "does not support more than 1 address per family". With host-local and whereabouts DEL fails as well.',
  sources: [
    'containernetworking/plugins plugins/ipam/host-local/backend/allocator/config.go, plugins/ipam/static/main.go',
    'k8snetworkplumbingwg/whereabouts pkg/config/config.go configureStatic',
  ],
  examples: {
    bad: [
      old('"type": "host-local", "ranges": [[{"subnet": "10.56.217.0/24"}], [{"subnet": "10.56.218.0/24"}]]'),
      old('"type": "static", "addresses": [{"address": "10.56.217.9/24"}, {"address": "10.56.218.9/24"}]'),
    ],
    good: [
      old('"type": "host-local", "ranges": [[{"subnet": "10.56.217.0/24"}], [{"subnet": "fd00::/64"}]]'),
      old('"type": "host-local", "ranges": [[{"subnet": "10.56.217.0/24"}, {"subnet": "10.56.218.0/24"}]]'),
      old('"type": "static", "addresses": [{"address": "10.56.217.9/24"}, {"address": "fd00::9/64"}]'),
    ],
  },
  check(network, report) {
    const nets = [
      ...ipamNets(network, 'host-local').map(net => ({ ...net, given: ofHostLocal(net.value) })),
      ...ipamNets(network, 'static').map(net => ({ ...net, given: takenAddresses(net.value).map(({ text }) => text) })),
      ...ipamNets(network, 'whereabouts').map(net => ({ ...net, given: ofWhereabouts(net.value) })),
    ]
    for (const { plugin, mismatches, given } of nets) {
      const { value: version, place } = plugin.cniVersion
      if (mismatches.length > 0 || !oldVersions.includes(version) || !oneFamilyTwice(given)) continue
      const written = version === '' ? 'missing or empty' : `"${version}"`
      const found = `${written}: room for one address of a family, and ipam gives more`
      report(place, found, 'Use "cniVersion": "0.3.1" or later')
    }
  },
})

const oldVersions: readonly string[] = ['', '0.1.0', '0.2.0']

/** One address of each set, of the family of its first range. */
function ofHostLocal({ ipam, runtimeConfig }: GoValue<typeof hostLocalNet>): readonly string[] {
  const sets = [...(runtimeConfig.ipRanges ?? []), [ipam], ...(ipam.ranges ?? [])]
  return sets.flatMap(set => set?.[0]?.subnet ?? [])
}

/** It counts the fixed addresses only. */
function ofWhereabouts({ ipam }: GoValue<typeof whereaboutsNet>): readonly string[] {
  return (ipam.addresses ?? []).map(({ address }) => address)
}

function oneFamilyTwice(texts: readonly string[]): boolean {
  const families = texts.map(text => bytesOf(text)).filter(bytes => bytes !== undefined)
  return new Set(families).size < families.length
}

function bytesOf(text: string): number | undefined {
  const address = parseCidr(text)?.address
  return address && ipv4Of(address).length
}
