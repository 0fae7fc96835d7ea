import type { LintFinding } from '../lint-finding.ts'
import type { Lint } from '../lint-manifests.ts'

/** For servers that know test results: a suite a file, a case a finding. A warning is a case that passes and says so. */
export function junitReport({ files, findings, ignored }: Lint): string {
  const suites = new Map<string, Case[]>(files.map(({ file }) => [file, []]))
  const add = (finding: LintFinding, kind: Case['kind'], text: string) => {
    const cases = suites.get(finding.file) ?? []
    suites.set(finding.file, cases)
    cases.push({ kind, text: caseOf(finding, kind, text) })
  }
  for (const finding of findings) add(finding, kindOf(finding), textOf(finding))
  for (const finding of ignored) add(finding, 'skipped', finding.reason)
  for (const [file, cases] of suites) {
    if (cases.length === 0) cases.push({ kind: 'passed', text: testcase(file, 'lint', '') })
  }
  const head = attributes({ name: 'bond-injector lint', ...totals([...suites.values()].flat()) })
  const texts = [...suites].map(([file, cases]) => suite(file, cases))
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${head}>`, ...texts, '</testsuites>', ''].join('\n')
}

interface Case {
  readonly kind: 'failure' | 'error' | 'skipped' | 'passed'
  readonly text: string
}

function kindOf({ severity, certainty }: LintFinding): Case['kind'] {
  if (severity === 'warning') return 'passed'
  return certainty === null ? 'error' : 'failure'
}

function caseOf(finding: LintFinding, kind: Case['kind'], text: string): string {
  const { file, rule, line, column } = finding
  const name = line === 0 ? rule : `${rule} at ${line}:${column}`
  const body =
    kind === 'passed'
      ? `<system-out>${escape(text)}</system-out>`
      : `<${kind}${attributes({ message: text, ...(kind !== 'skipped' && { type: rule }) })}/>`
  return testcase(file, name, body)
}

function textOf({ severity, field, message, fix }: LintFinding): string {
  return `${severity}: ${field === '' ? '' : `${field}: `}${message}. ${fix}`
}

function testcase(file: string, name: string, body: string): string {
  const head = `    <testcase${attributes({ classname: file, name })}`
  return body === '' ? `${head}/>` : `${head}>\n      ${body}\n    </testcase>`
}

function suite(file: string, cases: readonly Case[]): string {
  const head = attributes({ name: file, ...totals(cases) })
  return [`  <testsuite${head}>`, ...cases.map(({ text }) => text), '  </testsuite>'].join('\n')
}

function totals(cases: readonly Case[]): Readonly<Record<string, string>> {
  const number = (kind: Case['kind']) => String(cases.filter(each => each.kind === kind).length)
  const tests = String(cases.length)
  return { tests, failures: number('failure'), errors: number('error'), skipped: number('skipped') }
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no way to write most control characters. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, char => entities[char] ?? char)
}
