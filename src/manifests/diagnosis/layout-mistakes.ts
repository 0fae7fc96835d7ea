import { missingColon, secondColon } from './colons.ts'
import { blockNotIndented, unevenIndentation } from './indentation.ts'
import { keyUnderValue } from './keys-under-values.ts'
import type { Recognise } from './scene.ts'

/** What is wrong in how lines stand to each other. */
export const layoutMistakes: readonly Recognise[] = [
  keyUnderValue,
  blockNotIndented,
  unevenIndentation,
  secondColon,
  missingColon,
]
