import type { ExplainedAttachment, ExplainedBond, ExplainedDevices } from '../bonding/explain/explanation.ts'
import { annotations } from '../bonding/keys.ts'
import type { LinksFrom } from '../bonding/planned-pod.ts'
import { wrap } from '../manifests/lint/report/wrap.ts'

const width = 80

/** The row of the decision table that gave the links of a bond, and the links. */
export function linkLines({ interface: name, network, linksFrom, links }: ExplainedBond): readonly string[] {
  const bond = name ?? network
  if (linksFrom === null) return wrap(`   No row says which networks feed the links of ${bond}.`, width, '   ')
  const feeders = table(links.map(link => [link.interface, link.network ?? 'nothing']))
  return [...wrap(`   Of ${bond}: ${rows[linksFrom](network)}`, width, '   '), ...feeders]
}

const rows: Readonly<Record<LinksFrom, (bond: string) => string>> = {
  pod: () => `row 1, annotation ${annotations.links} of the pod says so.`,
  author: () => 'row 2, the networks annotation of the pod has elements that are called like the links.',
  network: bond => `row 3, annotation ${annotations.links} of ${bond} says so for all pods.`,
  discovery: bond =>
    `row 4, nobody says so: they are the SR-IOV networks of namespace ${bond.slice(0, bond.indexOf('/'))}, in the order of their names.`,
}

/** The networks annotation as it will be, an element a line. */
export function attachmentLines(attachments: readonly ExplainedAttachment[]): readonly string[] {
  return table(
    attachments.map(({ interface: name, network, origin, role, resourceName }) => [
      name,
      network,
      role === 'other' ? '' : role,
      origins[origin],
      resourceName ?? '',
    ]),
  )
}

const origins: Readonly<Record<ExplainedAttachment['origin'], string>> = {
  author: 'as written',
  named: 'gets its name',
  added: 'added',
}

/** What the networks need of each resource, and who asks for it. */
export function deviceLines(devices: readonly ExplainedDevices[]): readonly string[] {
  return devices.flatMap(({ resource, needed, present, added }) => {
    const more = added ? `; container ${added.container} is given ${added.total} in all` : ''
    return wrap(`   ${resource}: ${needed} needed, ${present} requested${more}`, width, '     ')
  })
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  return rows.map(row =>
    `     ${row
      .map((cell, column) => cell.padEnd(columns[column] ?? 0))
      .filter((_, column) => columns[column] !== 0)
      .join('  ')}`.trimEnd(),
  )
}
