import { isMap, parseDocument } from 'yaml'
import type { Node, YAMLError } from 'yaml'
import { EditedText } from '../edited-text.ts'
import type { SourceText, TextRange } from '../source-text.ts'
import type { BlockScalarExtent } from './block-scalar-extent.ts'
import type { MissingBlanks, Outline, Refusal } from './outline.ts'
import { scanOutline } from './scan-outline.ts'

/** One document as the package `yaml` understands it, with offsets into the file's text. */
export interface ParsedYaml {
  readonly source: SourceText
  /** Empty where the document holds nothing but comments. */
  readonly root: Node | null
  /** The first thing that kubectl's parser or the package refuses. */
  readonly failure: SyntaxFailure | undefined
  /** Where a line `...` or something behind the root ends the document: kubectl reads nothing from there on. */
  readonly ignoredFrom: number | undefined
  rangeOf(node: Node): TextRange
  blockScalar(node: Node): BlockScalarExtent | undefined
}

export interface SyntaxFailure {
  /** `behind-root`: something follows a root that could not be a manifest anyway. */
  readonly kind: Refusal['kind'] | YAMLError['code'] | 'behind-root'
  /** In the file's text. */
  readonly offset: number
  /** What the package says; empty where this program found it. */
  readonly message: string
  /** The last scalar in quotes that begins at or before the offset. */
  readonly quoted: TextRange | undefined
  /** All literal, folded and quoted scalars. */
  readonly texts: readonly TextRange[]
}

/** Parses the document that stands in `range` of the file, which is one of the parts that kubectl cuts it into. */
export function parseYaml(source: SourceText, range: TextRange): ParsedYaml {
  const lines = lineFeedsOnly(source.text.slice(range.start, range.end))
  const found = scanOutline(lines.text)
  const spaced = withBlanks(readableText(lines.text, found), found.missingBlanks)
  // Every scalar stays text here: what it means to kubectl is decided in resolve-scalar.ts.
  const document = parseDocument(spaced.text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  // Escapes are judged where the scalar is read: libyaml knows others than the package.
  const error = document.errors.find(({ code }) => code !== 'BAD_DQ_ESCAPE')
  const meant = isMap(document.contents) || found.end === undefined || lines.text.startsWith('...', found.end)
  const failure =
    earliest(found.refusal, error, offset => spaced.originalOffset(offset)) ??
    (meant ? undefined : ({ kind: 'behind-root', offset: found.end, message: '' } as const))
  const inFile = ({ start, end }: TextRange): TextRange => ({
    start: range.start + lines.originalOffset(start),
    // The line break that kubectl adds at the end of a file is not in it.
    end: Math.min(range.start + (end > start ? originalEnd(lines, end) : lines.originalOffset(end)), range.end),
  })
  const startOf = (node: Node) => spaced.originalOffset(node.range?.[0] ?? 0)
  const quoted = failure && found.quoted.findLast(({ start }) => start <= failure.offset)
  return {
    source,
    root: document.contents,
    failure: failure && {
      ...failure,
      offset: range.start + lines.originalOffset(failure.offset),
      quoted: quoted && inFile(quoted),
      texts: [...found.quoted, ...[...found.blockScalars].map(([start, { end }]) => ({ start, end }))].map(inFile),
    },
    ignoredFrom: found.end === undefined ? undefined : range.start + lines.originalOffset(found.end),
    rangeOf: node => {
      const start = startOf(node)
      const block = found.blockScalars.get(start)
      const [from = 0, to = 0] = node.range ?? []
      return inFile({ start, end: block?.end ?? (to > from ? originalEnd(spaced, to) : start) })
    },
    blockScalar: node => found.blockScalars.get(startOf(node)),
  }
}

/** What the package has to parse: not what kubectl ignores, and nothing where its verdict could not change ours. */
function readableText(text: string, { end, refusal }: Outline): string {
  const hopeless = refusal !== undefined && (refusal.kind === 'too-deep' || /^\s*$/.test(text.slice(0, refusal.offset)))
  return hopeless ? '' : text.slice(0, end)
}

/** kubectl reads line by line, cuts CRLF and ends the last line; libyaml breaks lines at CR and Unicode's breaks as well. */
function lineFeedsOnly(text: string): EditedText {
  const edits = []
  for (const { index, 0: found } of text.matchAll(/\r{1,2}\n|\r|[\u0085\u2028\u2029]/g)) {
    if (found.endsWith('\n')) edits.push({ offset: index, removed: found.length - 1, inserted: '' })
    else edits.push({ offset: index, removed: 1, inserted: '\n' })
  }
  if (!text.endsWith('\n')) edits.push({ offset: text.length, removed: 0, inserted: '\n' })
  return new EditedText(text, edits)
}

/**
 * Leading blanks mean nothing inside a quoted scalar, and kubectl reads it however it is indented:
 *
 *     config: '{
 *     "type": "bond"
 *     }'
 */
function withBlanks(text: string, missing: readonly MissingBlanks[]): EditedText {
  return new EditedText(
    text,
    missing
      .filter(({ offset }) => offset < text.length)
      .map(({ offset, count }) => ({ offset, removed: 0, inserted: ' '.repeat(count) })),
  )
}

/** An end is behind a character, not before the next one, between which the original may have more. */
function originalEnd(text: EditedText, end: number): number {
  return text.originalOffset(Math.max(end - 1, 0)) + 1
}

type Found = Pick<SyntaxFailure, 'kind' | 'offset' | 'message'>

function earliest(refusal: Refusal | undefined, error: YAMLError | undefined, unspaced: (offset: number) => number) {
  const ours: Found | undefined = refusal && { ...refusal, message: '' }
  const theirs: Found | undefined = error && {
    kind: error.code,
    offset: unspaced(error.pos[0]),
    message: error.message,
  }
  return ours !== undefined && ours.offset <= (theirs?.offset ?? Infinity) ? ours : theirs
}
