import { blockNotIndented } from './block-texts.ts'
import { missingBlankBehindDash, missingColon, secondColon } from './colons.ts'
import { keyLeftOfItem, unevenIndentation } from './indentation.ts'
import { keyUnderValue } from './keys-under-values.ts'
import type { Recognise } from './scene.ts'
import { indentedSeparator } from './separators.ts'

/** What is wrong in how lines stand to each other. */
export const layoutMistakes: readonly Recognise[] = [
  indentedSeparator,
  missingBlankBehindDash,
  keyLeftOfItem,
  keyUnderValue,
  blockNotIndented,
  unevenIndentation,
  secondColon,
  missingColon,
]
