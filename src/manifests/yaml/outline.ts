import type { TextRange } from '../source-text.ts'
import type { BlockScalarExtent } from './block-scalar-extent.ts'

/** What `scanOutline` finds. */
export interface Outline {
  /** Where blanks change nothing for kubectl and are missed by the package, in order. */
  readonly missingBlanks: readonly MissingBlanks[]
  /** The scalars in quotes, with their quotes, in order. */
  readonly quoted: readonly TextRange[]
  /** The literal and folded scalars, by the offset of their `|` or `>`. */
  readonly blockScalars: ReadonlyMap<number, BlockScalarExtent>
  /** The first place that kubectl's parser refuses and this pass can name. */
  readonly refusal: Refusal | undefined
  /** Where a line `...` or something behind the root ends the document; kubectl reads nothing from there on. */
  readonly end: number | undefined
}

/**
 * In front of a line inside a quoted scalar or a flow collection, however little it is indented, and in front of a
 * comment that follows a token without a blank.
 */
export interface MissingBlanks {
  readonly offset: number
  readonly count: number
}

export interface Refusal {
  readonly kind:
    | 'tab'
    | 'reserved-character'
    | 'unclosed-quote'
    | 'unclosed-bracket'
    | 'key-over-lines'
    | 'control-character'
    | 'anchor'
    | 'directive'
    | 'nothing-before-end'
    | 'too-deep'
  readonly offset: number
}
