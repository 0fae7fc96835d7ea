import type { Scalar } from 'yaml'
import type { ScalarNode, ScalarStyle } from '../manifest-node.ts'
import { piecesText } from '../scalar-pieces.ts'
import { readBlockScalar } from './block-scalar.ts'
import { readFlowScalar } from './flow-scalar.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { resolvePlain, resolveTagged } from './resolve-scalar.ts'
import type { ScalarMeaning } from './resolve-scalar.ts'

export type ScalarReading =
  | { readonly kind: 'read'; readonly node: ScalarNode }
  | { readonly kind: 'refused'; readonly offset: number; readonly reason: string }

/** A scalar's text by libyaml's rules for its style, and what kubectl makes of the text. */
export function readScalar(parsed: ParsedYaml, scalar: Scalar): ScalarReading {
  const range = parsed.rangeOf(scalar)
  const { text: source } = parsed.source
  const block = parsed.blockScalar(scalar)
  if (block !== undefined) {
    const style = source[range.start] === '>' ? 'folded' : 'literal'
    const value = piecesText(readBlockScalar(source, range, block.indent))
    return reading({ kind: 'scalar', style, value, indent: block.indent, ...range }, meant(scalar, style, value))
  }
  const style = flowStyles[scalar.type ?? ''] ?? 'plain'
  const flow = readFlowScalar(source, range, style)
  if (flow.kind === 'refused') {
    return { kind: 'refused', offset: flow.offset, reason: `YAML has no escape sequence ${flow.escape}` }
  }
  const value = piecesText(flow.pieces)
  return reading({ kind: 'scalar', style, value, ...range }, meant(scalar, style, value))
}

const flowStyles: Readonly<Record<string, 'plain' | 'single-quoted' | 'double-quoted'>> = {
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
}

function meant(scalar: Scalar, style: ScalarStyle, text: string): ScalarMeaning {
  const { tag } = scalar
  if (tag !== undefined) return resolveTagged(tag.replace(/^tag:yaml\.org,2002:/, '!!'), text)
  return style === 'plain' ? resolvePlain(text) : { kind: 'value', value: text }
}

function reading(node: ScalarNode, meaning: ScalarMeaning): ScalarReading {
  if (meaning.kind === 'refused') return { kind: 'refused', offset: node.start, reason: meaning.reason }
  return { kind: 'read', node: { ...node, value: meaning.value } }
}
