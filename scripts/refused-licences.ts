import { isFields } from '../src/bonding/json-fields.ts'

export interface Component {
  readonly name: string
  readonly version: string
  /** An SPDX expression; `none` where the package names none. */
  readonly licence: string
}

/** Permissive ones, which ask for no more than their text: an Apache-2.0 program may be shipped with code under them. */
const agreed = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'Unlicense', 'PSF-2.0'])

/** The components of a CycloneDX document. Throws where it is none. */
export function componentsIn(sbom: unknown): readonly Component[] {
  const components = isFields(sbom) ? sbom['components'] : undefined
  if (!Array.isArray(components)) throw new Error('expected a CycloneDX document')
  return components.filter(isFields).map(({ name, version, licenses }) => ({
    name: String(name),
    version: String(version),
    licence: expressionOf(licenses),
  }))
}

export function refusedLicences(components: readonly Component[]): readonly Component[] {
  return components.filter(({ licence }) => !isAgreed(licence))
}

/** Several licences in a list are all in force. */
function expressionOf(licenses: unknown): string {
  const list: readonly unknown[] = Array.isArray(licenses) ? licenses : []
  return list.map(licenceOf).join(' AND ') || 'none'
}

function licenceOf(entry: unknown): string {
  if (!isFields(entry)) return 'none'
  const { license, expression } = entry
  const named = isFields(license) ? (license['id'] ?? license['name']) : expression
  return typeof named === 'string' ? named : 'none'
}

/** `A OR B` lets us choose, `A AND B` does not. What is nested deeper is for a person to read. */
function isAgreed(expression: string): boolean {
  const bare = expression.replace(/^\(/, '').replace(/\)$/, '')
  return bare.split(' OR ').some(choice => choice.split(' AND ').every(licence => agreed.has(licence)))
}
