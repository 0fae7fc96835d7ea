import type { LintFinding } from '../lint-finding.ts'
import type { Lint } from '../lint-manifests.ts'
import { type SarifRule, sarifRules } from './sarif-rules.ts'

/** SARIF 2.1.0 (OASIS), for code hosts and editors. @param version of this program */
export function sarifReport(lint: Lint, { version }: { readonly version: string }): string {
  const rules = sarifRules(lint.findings)
  const indices = new Map(rules.map(({ id }, index) => [id, index]))
  const results = [
    ...lint.findings.map(finding => result(finding, indices)),
    ...lint.ignored.map(finding => ({
      ...result(finding, indices),
      suppressions: [{ kind: 'inSource', justification: finding.reason }],
    })),
  ]
  return `${JSON.stringify(log(version, rules, results), null, 2)}\n`
}

function log(version: string, rules: readonly SarifRule[], results: readonly object[]) {
  const driver = { name: 'bond-injector', version, semanticVersion: version, rules }
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
}

function result(finding: LintFinding, indices: ReadonlyMap<string, number>) {
  const { rule, severity, field, message, fix } = finding
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule) ?? -1,
    level: severity,
    message: { text: `${field === '' ? '' : `${field}: `}${message}. ${fix}.` },
    locations: [{ physicalLocation: physical(finding), ...logical(finding) }],
  }
}

function physical({ file, line, column, width }: LintFinding) {
  const region = { startLine: line, startColumn: column, endColumn: column + width }
  return { artifactLocation: { uri: uriOf(file) }, ...(line > 0 && { region }) }
}

function logical({ object, path }: LintFinding) {
  if (object === null) return {}
  const { kind, namespace, name } = object
  return { logicalLocations: [{ fullyQualifiedName: `${kind}/${namespace}/${name}/${path}`, name, kind: 'object' }] }
}

/** A relative path is one from where the program runs, which in a pipeline is the root of the repository. */
function uriOf(file: string): string {
  const path = file.split(/[\\/]/).map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${path}` : path.replace(/^(?:\.\/)+/, '')
}
