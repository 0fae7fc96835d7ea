import { rules } from '../bonding/rules/catalogue.ts'
import type { AnyRule } from '../bonding/rules/rule.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { RulesSettings } from './rules-flags.ts'
import { rulesJson } from './rules-json.ts'
import { ruleMarkdown, rulesMarkdown } from './rules-markdown.ts'
import { ruleText, rulesText } from './rules-text.ts'
import { suggestion } from './suggestion.ts'

/** Prints the catalogue, or what is known of one rule. @param id undefined: all of them */
export function runRules({ output: format }: RulesSettings, output: Output, id: string | undefined): ExitCode {
  if (id === undefined) {
    output.stdout(all[format](rules))
    return exitCode.fine
  }
  const rule = rules.find(known => known.id === id)
  if (rule) {
    output.stdout(one[format](rule))
    return exitCode.fine
  }
  const ids = rules.map(known => known.id)
  output.stderr(
    `bond-injector rules: there is no rule "${id}"${suggestion(id, ids) || '; rules without an ID lists all'}\n`,
  )
  return exitCode.wrongUse
}

type Format = RulesSettings['output']

const all: Readonly<Record<Format, (rules: readonly AnyRule[]) => string>> = {
  text: rulesText,
  json: rulesJson,
  markdown: rulesMarkdown,
}

const one: Readonly<Record<Format, (rule: AnyRule) => string>> = {
  text: ruleText,
  json: rule => rulesJson([rule]),
  markdown: ruleMarkdown,
}
