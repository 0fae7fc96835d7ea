import type { JsonNode } from '../../go-json.ts'
import { formatPath, type Path } from '../../place.ts'
import { rule } from '../rule.ts'
import { compare } from './byte-addresses.ts'
import { endsOf, rangeProblem, type RangeProblem } from './host-local-ranges.ts'
import { ipamOfType, memberOf } from './ipam.ts'

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
      ranges('"ranges": [{"subnet": "10.56.217.0/24"}]'),
      ranges('"ranges": [[{"subnet": "10.56.217.0/24"}], [{"subnet": "10.56.0.0/16"}]]'),
    ],
    good: [
      ranges('"subnet": "10.56.217.0/24"', '"rangeStart": "10.56.217.10"', '"rangeEnd": "10.56.217.90"'),
      ranges('"ranges": [[{"subnet": "10.56.217.0/24"}], [{"subnet": "fd00::/64"}]]'),
      '{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "site-ipam"}}',
    ],
  },
  check(network, report) {
    const ipam = ipamOfType(network, 'host-local')
    const problem = ipam && firstProblem(ipam)
    if (!problem) return
    const { path, found, said, fix } = problem
    report(network.field('ipam', ...path), `${found} (host-local: ${said})`, fix)
  },
})

function firstProblem(ipam: JsonNode): RangeProblem | undefined {
  const sets = memberOf(ipam, 'ranges')
  const listed = sets?.kind === 'array' ? sets.elements : []
  const old = memberOf(ipam, 'subnet') !== undefined
  if (!old && listed.length === 0) {
    const fix = 'Add "subnet": "10.56.217.0/24"'
    return { path: ['subnet'], found: 'missing', said: 'no IP ranges specified', fix }
  }
  const problems = [
    old ? rangeProblem(ipam, []) : undefined,
    ...listed.map((set, index) => setProblem(set, ['ranges', index])),
  ]
  return problems.find(problem => problem !== undefined) ?? overlap(old ? ipam : undefined, listed)
}

function setProblem(set: JsonNode, path: Path): RangeProblem | undefined {
  if (set.kind === 'object') {
    const said = 'cannot unmarshal object into Go struct field of type allocator.RangeSet'
    return { path, found: 'an object, where a list of ranges is needed', said, fix: 'Write "ranges": [[{...}]]' }
  }
  if (set.kind !== 'array') return undefined
  if (set.elements.length === 0) {
    return { path, found: 'an empty range set', said: 'empty range set', fix: 'Add {"subnet": "10.56.217.0/24"}' }
  }
  return set.elements
    .map((range, index) => rangeProblem(range, [...path, index]))
    .find(problem => problem !== undefined)
}

/** The subnet beside `ranges` counts as a set in front of them. */
function overlap(old: JsonNode | undefined, sets: readonly JsonNode[]): RangeProblem | undefined {
  const listed = sets.flatMap((set, index) =>
    set.kind === 'array' ? set.elements.map((range, place) => ({ range, path: ['ranges', index, place] })) : [],
  )
  const all = (old ? [{ range: old, path: [] }, ...listed] : listed).slice(0, mostRanges)
  for (const [index, { range, path }] of all.entries()) {
    const ends = endsOf(range)
    const other = all.slice(0, index).find(earlier => ends && meet(ends, endsOf(earlier.range)))
    if (!other) continue
    const found = `overlaps with ${formatPath(['ipam', ...other.path])}`
    return { path, found, said: 'range set overlaps', fix: 'Give each range addresses of its own' }
  }
  return undefined
}

/** All pairs are compared, and a config may be a megabyte. */
const mostRanges = 64

type Ends = NonNullable<ReturnType<typeof endsOf>>

function meet(a: Ends, b: Ends | undefined): boolean {
  if (!b || a.start.length !== b.start.length) return false
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0
}
