import type { Severity } from '../bonding/finding.ts'
import { rules } from '../bonding/rules/catalogue.ts'
import { type AnyRule, isFixed } from '../bonding/rules/rule.ts'
import { value, wrong, type Reader, type Reading } from './flag.ts'
import { suggestion } from './suggestion.ts'

export interface RuleSetting {
  readonly id: string
  readonly severity: Severity | 'off'
}

const severities = ['off', 'warning', 'error'] as const

/** `ID=off|warning|error`. What the programs below us refuse at once cannot be allowed here: the pod would never start. */
export const ruleSetting: Reader<RuleSetting> = Object.assign(readRuleSetting, { choices: severities })

function readRuleSetting(given: string): Reading<RuleSetting> {
  const [id = '', level, ...rest] = given.split('=')
  const severity = severities.find(known => known === level)
  if (severity === undefined || rest.length > 0) return wrong('ID=off, ID=warning or ID=error', given)
  const rule = rules.find(known => known.id === id)
  if (!rule) return unknown(id)
  if (isFixed(rule) && severity !== 'error')
    return { kind: 'wrong', problem: `${id} stays an error: ${whyFixed(rule)}` }
  return value({ id, severity })
}

function whyFixed({ certainty }: AnyRule): string {
  return certainty === 'refused-at-load'
    ? 'Multus or the plugin itself refuses what it speaks about'
    : 'without it there is nothing to inject'
}

function unknown(id: string): Reading<RuleSetting> {
  const ids = rules.map(rule => rule.id)
  return { kind: 'wrong', problem: `there is no rule "${id}"${suggestion(id, ids)}` }
}
