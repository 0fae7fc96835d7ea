import type { Path } from '../../bonding/place.ts'
import type { ManifestNode } from '../manifest-node.ts'
import type { TextRange } from '../source-text.ts'
import type { Change } from './change.ts'
import { sharedAnchor } from './impossible.ts'
import type { Impossible } from './impossible.ts'
import { isAliased } from './own-entries.ts'

/** A refusal that names the outermost anchor at a node on the way, if the part of the file uses it. */
export function anchorOnTheWay(
  text: string,
  part: TextRange,
  node: ManifestNode,
  change: Change,
  path: Path,
): Impossible | undefined {
  const name = /&([^\s,[\]{}]+)\s+(?:#[^\n]*\n\s*)*$/.exec(text.slice(part.start, node.start))?.[1]
  if (name !== undefined && usesAlias(text.slice(part.start, part.end), name)) return sharedAnchor(path, name)
  if (change.kind === 'value') return undefined
  for (const [step, inner] of change.members) {
    const next = writtenChild(node, step)
    const found = next && anchorOnTheWay(text, part, next, inner, [...path, node.kind === 'list' ? Number(step) : step])
    if (found !== undefined) return found
  }
  return undefined
}

/** What stands at a step itself, not in the place of an alias. */
function writtenChild(node: ManifestNode, step: string): ManifestNode | undefined {
  if (node.kind === 'list') return node.items[Number(step)]
  const entry = node.kind === 'map' ? node.entries.find(({ key }) => key === step) : undefined
  return entry && !isAliased(entry) ? entry.value : undefined
}

function usesAlias(text: string, name: string): boolean {
  return text.split(/[\s,[\]{}]+/).includes(`*${name}`)
}
