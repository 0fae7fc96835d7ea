import type { Severity } from '../bonding/finding.ts'
import { rules } from '../bonding/rules/catalogue.ts'
import { value, wrong, type Reading } from './flag.ts'
import { suggestion } from './suggestion.ts'

export interface RuleSetting {
  readonly id: string
  readonly severity: Severity | 'off'
}

const severities = ['off', 'warning', 'error'] as const

/** `ID=off|warning|error`. What the programs below us refuse at once cannot be allowed here: the pod would never start. */
export function ruleSetting(given: string): Reading<RuleSetting> {
  const [id = '', level, ...rest] = given.split('=')
  const severity = severities.find(known => known === level)
  if (severity === undefined || rest.length > 0) return wrong('ID=off, ID=warning or ID=error', given)
  const rule = rules.find(known => known.id === id)
  if (!rule) return unknown(id)
  if (rule.certainty === 'refused-at-load' && severity !== 'error') {
    return { kind: 'wrong', problem: `${id} stays an error: Multus or the plugin itself refuses what it speaks about` }
  }
  return value({ id, severity })
}

function unknown(id: string): Reading<RuleSetting> {
  const ids = rules.map(rule => rule.id)
  return { kind: 'wrong', problem: `there is no rule "${id}"${suggestion(id, ids)}` }
}
