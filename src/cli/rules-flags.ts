import { withDefault, type Settings } from './flag.ts'
import { oneOf } from './flag-values.ts'

/** The settings of `rules`. */
export const rulesFlags = {
  output: withDefault(
    {
      short: 'o',
      value: 'text|json|markdown',
      help: 'text: for a person. json: all that is known of each rule. markdown: the page docs/rules.md.',
      fallback: 'text',
    },
    oneOf('text', 'json', 'markdown'),
  ),
}

export type RulesSettings = Settings<typeof rulesFlags>
