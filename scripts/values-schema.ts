import { readFileSync } from 'node:fs'
import { rules } from '../src/bonding/rules/catalogue.ts'
import { isFixed } from '../src/bonding/rules/rule.ts'

/** What of JSON Schema the chart's schema uses. */
export interface Schema {
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly $ref?: string
}

export const schemaFile = 'charts/bond-injector/values.schema.json'

/**
 * The chart's schema as it stands, with one property for each rule: a rule's name that is misspelt in the values fails at
 * render, not when the program starts.
 */
export function valuesSchema(): Schema {
  // Written by hand but for the rules; a test holds it against the values.
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema
  const severities = Object.fromEntries(rules.map(rule => [rule.id, severityOf(isFixed(rule))]))
  const own = schema.properties?.['rules']
  // In place, so that the file's order stays.
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      name === 'rules' ? { ...own, properties: severities } : property,
    ]),
  )
  return { ...schema, properties }
}

/** YAML 1.1, which helm reads, makes false of a bare `off`. */
function severityOf(fixed: boolean): Schema {
  return { enum: fixed ? ['error'] : ['off', false, 'warning', 'error'] }
}
