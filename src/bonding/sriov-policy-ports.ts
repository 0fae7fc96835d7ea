import type { PortRange, SriovPolicy } from './sriov-policy.ts'

/** A physical function that two policies both take virtual functions of. */
export interface SharedPort {
  /** Its name or its PCI address. */
  readonly port: string
  /** The place of it in the first of the policies, from `spec`. */
  readonly path: readonly (string | number)[]
  /** Do both take the same virtual functions, as the operator counts them? */
  readonly overlapping: boolean
}

/**
 * A port of both policies, on a node that both may select; undefined where there is none, or where it cannot be known
 * because one names its ports and the other their addresses, or only a vendor.
 */
export function sharedPort(one: SriovPolicy, other: SriovPolicy): SharedPort | undefined {
  if (!mayShareNode(one, other) || excludeEachOther(one, other)) return undefined
  for (const [index, own] of one.nics.pfNames.entries()) {
    // Of several entries of a port the first counts (api/v1/helper.go of the operator).
    const same = isName(own.port) ? other.nics.pfNames.find(({ port }) => port === own.port) : undefined
    if (same) return { port: own.port, path: ['nicSelector', 'pfNames', index], overlapping: overlap(own, same) }
  }
  if (one.nics.pfNames.length > 0 && other.nics.pfNames.length > 0) return undefined
  const address = one.nics.rootDevices.findIndex(each => isName(each) && other.nics.rootDevices.includes(each))
  const port = one.nics.rootDevices[address]
  return port === undefined ? undefined : { port, path: ['nicSelector', 'rootDevices', address], overlapping: true }
}

/** Is there no label of which they want different values? Which nodes there are nobody knows here. */
export function mayShareNode(one: SriovPolicy, other: SriovPolicy): boolean {
  return [...one.nodeSelector].every(([key, value]) => (other.nodeSelector.get(key) ?? value) === value)
}

/** How many devices a policy makes of a node at most; undefined where its ports are not named. */
export function mostDevices({ numVfs, nics }: SriovPolicy): number | undefined {
  if (numVfs === undefined) return undefined
  if (nics.pfNames.length === 0) return nics.rootDevices.length === 0 ? undefined : numVfs * nics.rootDevices.length
  const counts = nics.pfNames.map(({ range }) => (range ? range.last - range.first + 1 : numVfs))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Or is it a placeholder of a template, like `${PF}`, which may become another name each time? */
function isName(text: string): boolean {
  return /^[\w.:-]+$/.test(text)
}

/** Both name what only one card, or port, can be. */
function excludeEachOther({ nics: one }: SriovPolicy, { nics: other }: SriovPolicy): boolean {
  const differ = (a: string, b: string) => a !== '' && b !== '' && a !== b
  if (differ(one.vendor, other.vendor) || differ(one.deviceID, other.deviceID)) return true
  const both = one.rootDevices.length > 0 && other.rootDevices.length > 0
  return both && !one.rootDevices.some(each => other.rootDevices.includes(each))
}

/** As the operator's webhook counts: a port as a whole overlaps with itself, and not with a part of it. */
function overlap({ range: one }: PortRange, { range: other }: PortRange): boolean {
  if (!one || !other) return one === other
  return one.first <= other.last && other.first <= one.last
}
