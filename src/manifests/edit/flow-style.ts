import type { ManifestNode, MapNode } from '../manifest-node.ts'
import type { SourceText } from '../source-text.ts'
import type { FlowStyle } from './flow-text.ts'
import { beginsLine, lineBreak, lineIndentation } from './line.ts'
import { ownEntries } from './own-entries.ts'

/**
 * How the author writes a mapping in braces; what the mapping itself does not show, the nearest one around it says.
 *
 * @param around the nodes from the object to the mapping, itself included
 * @param at where the brace stands or will stand
 */
export function flowStyleOf(source: SourceText, around: readonly ManifestNode[], at: number): FlowStyle {
  const { text } = source
  const maps = around
    .filter(node => node.kind === 'map')
    .filter(map => map.flow)
    .reverse()
  const filled = maps.filter(map => ownEntries(map).length > 0)
  const [model] = filled
  const json = model !== undefined && ownEntries(model).every(({ keyRange }) => text[keyRange.start] === '"')
  const colon = first(filled, map => colonOf(text, map))
  const comma = first(filled, map => commaOf(text, map)) ?? (json && colon === ':' ? ',' : ', ')
  const lines = model === undefined ? undefined : linesOf(source, model, at)
  return {
    json,
    colon: json ? (colon ?? ': ') : ': ',
    comma,
    padding: model === undefined ? '' : (/^\{( +)\S/.exec(text.slice(model.start, model.end))?.[1] ?? ''),
    ...(lines && { lines }),
  }
}

function linesOf(source: SourceText, model: MapNode, at: number): FlowStyle['lines'] {
  const key = ownEntries(model).at(-1)?.keyRange.start
  if (key === undefined || !beginsLine(source, key)) return undefined
  const inner = lineIndentation(source, key)
  const outer = lineIndentation(source, model.start)
  const unit = inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  '
  return { lineBreak: lineBreak(source, key), indent: lineIndentation(source, at), unit }
}

function colonOf(text: string, map: MapNode): string | undefined {
  for (const { keyRange, value } of ownEntries(map)) {
    const between = text.slice(keyRange.end, Math.max(keyRange.end, value.start))
    if (/^ ?: ?$/.test(between)) return between
  }
  return undefined
}

function commaOf(text: string, map: MapNode): string | undefined {
  const entries = ownEntries(map)
  for (const [index, { value }] of entries.entries()) {
    const next = entries[index + 1]?.keyRange.start ?? 0
    const between = text.slice(value.end, Math.max(value.end, next))
    if (/^ ?, ?$/.test(between)) return between
  }
  return undefined
}

function first<T>(maps: readonly MapNode[], find: (map: MapNode) => T | undefined): T | undefined {
  for (const map of maps) {
    const found = find(map)
    if (found !== undefined) return found
  }
  return undefined
}
