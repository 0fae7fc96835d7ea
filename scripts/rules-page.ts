import { rules } from '../src/bonding/rules/catalogue.ts'
import { rulesMarkdown } from '../src/cli/rules-markdown.ts'

/** docs/rules.md: what `bond-injector rules -o markdown` prints. */
export function rulesPage(): string {
  return rulesMarkdown(rules)
}
