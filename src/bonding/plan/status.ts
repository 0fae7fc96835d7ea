import { fieldsOf } from '../json-fields.ts'
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

/** What the status annotation of a pod tells; undefined where there is none, or none of ours. */
export function readStatus(pod: Pod): readonly BondStatus[] | undefined {
  const status = podAnnotation(pod, annotations.status)
  const bonds = status === undefined ? undefined : fieldsOf(jsonOf(status))?.['bonds']
  if (!Array.isArray(bonds) || bonds.length === 0) return undefined
  const read = bonds.map(bondOf)
  return read.every(bond => bond !== undefined) ? read : undefined
}

function bondOf(value: unknown): BondStatus | undefined {
  const fields = fieldsOf(value)
  const attached = attachedOf(value)
  const links = fields?.['links']
  const linksFrom = fields?.['linksFrom']
  if (!attached || !Array.isArray(links) || typeof linksFrom !== 'string' || !isRow(linksFrom)) return undefined
  const read = links.map(attachedOf)
  return read.every(link => link !== undefined) ? { ...attached, linksFrom, links: read } : undefined
}

function attachedOf(value: unknown): { readonly interface: string; readonly network: string } | undefined {
  const { interface: name, network } = fieldsOf(value) ?? {}
  return typeof name === 'string' && typeof network === 'string' ? { interface: name, network } : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
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
