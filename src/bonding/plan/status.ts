import { annotations } from '../keys.ts'
import type { LinksFrom } from '../planned-pod.ts'
import { type Pod, podAnnotation } from '../pod.ts'

/** A bond as the status annotation tells it. Networks are `namespace/name`. */
export interface BondStatus {
  readonly interface: string
  readonly network: string
  readonly linksFrom: LinksFrom
  readonly links: readonly { readonly interface: string; readonly network: string }[]
}

const rows: readonly string[] = ['pod', 'author', 'network', 'discovery'] satisfies readonly LinksFrom[]

/**
 * The value of `bond-injector.io/status`.
 *
 * At a second pass our own links look like the author's, so an old value keeps its `linksFrom`, but only if all the
 * rest of it is true: it may be forged, or copied by a controller into a changed template.
 */
export function statusText(pod: Pod, bonds: readonly BondStatus[]): string {
  const before = podAnnotation(pod, annotations.status)
  if (before !== undefined) {
    const remembered = linksFromOf(before)
    const asBefore = format(bonds.map((bond, index) => ({ ...bond, linksFrom: remembered[index] ?? bond.linksFrom })))
    if (asBefore === before) return before
  }
  return format(bonds)
}

function format(bonds: readonly BondStatus[]): string {
  const ordered = bonds.map(bond => ({
    interface: bond.interface,
    network: bond.network,
    linksFrom: bond.linksFrom,
    links: bond.links.map(link => ({ interface: link.interface, network: link.network })),
  }))
  return JSON.stringify({ version: 1, bonds: ordered })
}

function linksFromOf(status: string): readonly (LinksFrom | undefined)[] {
  const found = [...status.matchAll(/"linksFrom":"([a-z]+)"/g)].map(match => match[1])
  return found.map(row => (isRow(row) ? row : undefined))
}

function isRow(row: string | undefined): row is LinksFrom {
  return row !== undefined && rows.includes(row)
}
