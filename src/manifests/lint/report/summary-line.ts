import type { Severity } from '../../../bonding/finding.ts'
import type { Lint } from '../lint-manifests.ts'

export function count(lint: Lint, severity: Severity): number {
  return lint.findings.filter(finding => finding.severity === severity).length
}

/** `1 error and 2 warnings in 3 files (2 networks, 1 pod or workload)`. */
export function summaryLine(lint: Lint): string {
  const numbers = [
    [count(lint, 'error'), 'error'],
    [count(lint, 'warning'), 'warning'],
    [lint.ignored.length, 'ignored finding'],
  ] as const
  const found = numbers.filter(([number]) => number > 0).map(([number, word]) => several(number, word))
  const judged = `${several(lint.networks, 'network')}, ${several(lint.pods, 'pod or workload', 'pods and workloads')}`
  return `${list(found)} in ${several(lint.files.length, 'file')} (${judged})`
}

function list(texts: readonly string[]): string {
  const last = texts.at(-1)
  if (last === undefined) return 'nothing wrong'
  return texts.length === 1 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`
}

function several(number: number, word: string, plural = `${word}s`): string {
  return `${number} ${number === 1 ? word : plural}`
}
