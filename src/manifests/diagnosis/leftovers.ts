import { callout } from './callouts.ts'
import { wrongBlank } from './characters.ts'
import { directive } from './directives.ts'
import { foreignLine } from './foreign-lines.ts'
import { typographicQuote } from './quotes.ts'
import type { Recognise } from './scene.ts'
import { template } from './templates.ts'

/** What a text brought along from where it was published. */
export const leftovers: readonly Recognise[] = [foreignLine, template, callout, directive, typographicQuote, wrongBlank]
