import type { TextEdit } from '../edited-text.ts'
import type { ScalarNode } from '../manifest-node.ts'
import { doubleQuoted, isSingleQuotable, scalarText, singleQuoted } from './scalar-text.ts'

/** A scalar written anew, in the author's quotes where it has some; a block scalar keeps its line breaks behind it. */
export function rewrittenScalar(text: string, node: ScalarNode, wanted: string, flow: boolean): readonly TextEdit[] {
  const end = node.indent === undefined ? node.end : contentEnd(text, node)
  const inserted = inStyle(node, wanted, flow)
  // A plain nothing stands directly behind its colon.
  const blank = node.start === node.end && text[node.start - 1] === ':' ? ' ' : ''
  return [{ offset: node.start, removed: end - node.start, inserted: blank + inserted }]
}

function inStyle({ style }: ScalarNode, wanted: string, flow: boolean): string {
  if (style === 'json') return JSON.stringify(wanted)
  if (style === 'double-quoted') return doubleQuoted(wanted)
  if (style === 'single-quoted' && isSingleQuotable(wanted)) return singleQuoted(wanted)
  return scalarText(wanted, { flow })
}

function contentEnd(text: string, { start, end }: ScalarNode): number {
  return start + text.slice(start, end).trimEnd().length
}
