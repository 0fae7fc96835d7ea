import { badAnchor } from './anchors.ts'
import { textEndsEarly } from './block-texts.ts'
import { brackets } from './brackets.ts'
import { character } from './characters.ts'
import { quoteInsideQuotes, unclosedQuote } from './quotes.ts'
import type { Recognise } from './scene.ts'

/** What is wrong in a line by itself. */
export const tokenMistakes: readonly Recognise[] = [
  textEndsEarly,
  unclosedQuote,
  quoteInsideQuotes,
  badAnchor,
  character,
  brackets,
]
