import type { GoValue, Mismatch } from '../../go-decode.ts'
import type { hostLocalNet } from '../../cni-config/ipam-structs.ts'
import type { Path } from '../../place.ts'
import { rule } from '../rule.ts'
import { exampleSubnet, type Range, type RangeProblem } from './host-local-ranges.ts'
import { type RangeSet, setsProblem } from './host-local-sets.ts'
import { type IpamNet, ipamNets, placeOfMismatch } from './ipam-nets.ts'

type HostLocal = GoValue<typeof hostLocalNet>

const ranges = (...texts: readonly string[]) =>
  `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "host-local", ${texts.join(', ')}}}`

export default rule({
  id: 'host-local-range',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'host-local has a range that it can take addresses from',
  why: 'Without one ADD fails after the interface has been made, and DEL fails each time with the same text, so that the interface stays as long as the network namespace of the pod. A subnet is the network address, with all host bits zero.',
  sources: [
    'containernetworking/plugins plugins/ipam/host-local/backend/allocator/config.go, range.go',
    'run: bond-cni 258926a with host-local, at ADD and DEL',
  ],
  examples: {
    bad: [
      '{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "host-local"}}',
      ranges('"subnet": "10.56.217.5/24"'),
      ranges('"subnet": "10.0.0.0/31"'),
      ranges('"subnet": "10.56.217.0"'),
      ranges('"subnet": "fd00::1/64"'),
      ranges('"subnet": "10.56.217.0/24"', '"rangeStart": "10.56.218.10"'),
      ranges('"subnet": "10.56.217.0/24"', '"rangeStart": "10.56.217.90"', '"rangeEnd": "10.56.217.20"'),
      ranges('"ranges": [[{"subnet": "10.56.217.0/24"}], [{"rangeStart": "fd00::1"}]]'),
      ranges('"ranges": [[]]'),
      ranges('"ranges": [[{"subnet": "10.56.217.0/24"}, {"subnet": "fd00::/64"}]]'),
      ranges('"ranges": [[{"subnet": "10.56.217.0/24"}], [{"subnet": "10.56.0.0/16"}]]'),
    ],
    good: [
      ranges('"subnet": "10.56.217.0/24"', '"rangeStart": "10.56.217.10"', '"rangeEnd": "10.56.217.90"'),
      ranges('"ranges": [[{"subnet": "10.56.217.0/24"}], [{"subnet": "fd00::/64"}]]'),
      '{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "site-ipam"}}',
    ],
  },
  check(network, report) {
    for (const net of ipamNets(network, 'host-local')) {
      // A wrong type: ipam-key-type. A route: ipam-routes-readable.
      if (net.mismatches.some(({ path, stops }) => !stops || path.includes('routes'))) continue
      const [unreadable] = net.mismatches
      const problem = unreadable ? textProblem(unreadable) : rangesProblem(net)
      if (!problem) continue
      const { path, found, said, fix } = problem
      const place = unreadable ? placeOfMismatch(net, unreadable) : net.place(...path)
      report(place, `${found} (host-local: ${said})`, fix)
    }
  },
})

function textProblem({ path, origin: { node }, goMessage }: Mismatch): RangeProblem {
  const text = node.kind === 'string' ? node.value.slice(0, 50) : ''
  const key = path.at(-1)
  const said = goMessage.slice(0, 80)
  if (key === 'subnet') {
    const found = text === '' ? 'no text with a subnet' : `"${text}" is no subnet`
    return { path, found, said, fix: `Write it like "${exampleSubnet}"` }
  }
  const fix = typeof key === 'string' ? `Write an address, or leave ${key} out` : 'Write an address like "10.56.217.9"'
  return { path, found: 'no IP address', said, fix }
}

function rangesProblem({ value }: IpamNet<HostLocal>): RangeProblem | undefined {
  const { ipam, runtimeConfig } = value
  // Ranges of the runtime stand first; the subnet beside `ranges` counts as a set in front of them.
  const sets = [
    ...setsOf(runtimeConfig.ipRanges, ['runtimeConfig', 'ipRanges']),
    ...(ipam.subnet === null ? [] : [{ ranges: [{ range: ipam, path: ['ipam'] }], path: ['ipam'] }]),
    ...setsOf(ipam.ranges, ['ipam', 'ranges']),
  ]
  if (sets.length > 0) return setsProblem(sets)
  const fix = `Add "subnet": "${exampleSubnet}"`
  return { path: ['ipam', 'subnet'], found: 'missing', said: 'no IP ranges specified', fix }
}

function setsOf(sets: readonly (readonly Range[] | null)[] | null, path: Path): readonly RangeSet[] {
  return (sets ?? []).map((set, index) => {
    const at = [...path, index]
    return { ranges: (set ?? []).map((range, place) => ({ range, path: [...at, place] })), path: at }
  })
}
