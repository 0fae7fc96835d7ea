import type { Severity } from '../bonding/finding.ts'
import type { SourceText } from './source-text.ts'

/** What is wrong with a file, where, and what to do. One cause, one problem. */
export interface ManifestProblem {
  /** A warning: kubectl takes it, but hardly as it is meant. */
  readonly severity: Severity
  /** A stable word for what it is. */
  readonly cause: ProblemCause
  readonly file: string
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number
  readonly column: number
  /** What was found; stands alone after the place. */
  readonly message: string
  /** Imperative. */
  readonly fix: string
}

export type ProblemCause =
  // the file
  | 'unreadable'
  | 'no-manifest'
  // YAML and JSON
  | 'foreign-line'
  | 'template'
  | 'callout'
  | 'key-under-value'
  | 'indentation'
  | 'tab'
  | 'quote'
  | 'bracket'
  | 'character'
  | 'separator'
  | 'syntax'
  | 'json'
  // what kubectl's decoder refuses or silently drops
  | 'value'
  | 'key'
  | 'alias'
  | 'duplicate-key'
  | 'ignored-text'
  // objects
  | 'object'
  | 'network'
  | 'duplicate-network'

/** What a diagnosis says; the place is an offset in the file's text. */
export interface Diagnosis {
  readonly cause: ProblemCause
  readonly offset: number
  readonly message: string
  readonly fix: string
}

export function problemAt(source: SourceText, diagnosis: Diagnosis, severity: Severity = 'error'): ManifestProblem {
  const { cause, offset, message, fix } = diagnosis
  return { severity, cause, file: source.file, ...source.positionAt(offset), message, fix }
}

/** A problem of a file as a whole. */
export function fileProblem(file: string, cause: ProblemCause, message: string, fix: string): ManifestProblem {
  return { severity: 'error', cause, file, line: 0, column: 0, message, fix }
}
