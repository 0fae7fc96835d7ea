import { formatPath, type Path } from '../../place.ts'
import { compare } from './byte-addresses.ts'
import { type Ends, endsOf, exampleSubnet, type Range, rangeProblem, type RangeProblem } from './host-local-ranges.ts'

/** A list of ranges that one address is taken from, and where it stands. */
export interface RangeSet {
  readonly ranges: readonly { readonly range: Range; readonly path: Path }[]
  readonly path: Path
}

/** What host-local refuses in its sets of ranges, each by itself and all together (allocator/range_set.go, config.go). */
export function setsProblem(sets: readonly RangeSet[]): RangeProblem | undefined {
  for (const set of sets) {
    const problem = setProblem(set)
    if (problem) return problem
  }
  return overlap(sets)
}

function setProblem({ ranges, path }: RangeSet): RangeProblem | undefined {
  if (ranges.length === 0) {
    const fix = `Add {"subnet": "${exampleSubnet}"}`
    return { path, found: 'an empty range set', said: 'empty range set', fix }
  }
  for (const { range, path } of ranges) {
    const problem = rangeProblem(range, path)
    if (problem) return problem
  }
  const family = bytesOf(ranges[0])
  const other = ranges.find(each => bytesOf(each) !== family)
  if (!other) return undefined
  const found = 'IPv4 and IPv6 in one range set, of which a pod gets one address'
  return {
    path: other.path,
    found,
    said: 'mixed address families',
    fix: 'Write a list of its own for it: [[{...}], [{...}]]',
  }
}

function bytesOf(each: RangeSet['ranges'][number] | undefined): number | undefined {
  return each && endsOf(each.range)?.start.length
}

function overlap(sets: readonly RangeSet[]): RangeProblem | undefined {
  const all = sets.flatMap(({ ranges }) => ranges).slice(0, mostRanges)
  for (const [index, { range, path }] of all.entries()) {
    const ends = endsOf(range)
    const other = all.slice(0, index).find(earlier => ends && meet(ends, endsOf(earlier.range)))
    if (!other) continue
    const found = `overlaps with ${formatPath(other.path)}`
    return { path, found, said: 'range set overlaps', fix: 'Give each range addresses of its own' }
  }
  return undefined
}

/** All pairs are compared, and a config may be a megabyte. */
const mostRanges = 64

function meet(a: Ends, b: Ends | undefined): boolean {
  if (!b || a.start.length !== b.start.length) return false
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0
}
