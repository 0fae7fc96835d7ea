import type { Finding, Severity } from '../../bonding/finding.ts'
import { describe } from '../../bonding/layout.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { inFileOrder } from '../content/file-order.ts'
import type { Content } from '../content/gather-content.ts'
import { toldInFile } from '../content/told-in-file.ts'
import type { Injection } from './inject-object.ts'
import { writtenPosition } from '../content/written-position.ts'

/** One line for the author: something is wrong in a file. */
export interface Remark {
  readonly severity: Severity
  readonly file: string
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number
  readonly column: number
  readonly text: string
}

export function problemRemark({ severity, file, line, column, message, fix }: ManifestProblem): Remark {
  return { severity, file, line, column, text: `${message}. ${fix}` }
}

/** A finding in the words of every face, at its place in the file of the object that it is about. */
export function findingRemark(finding: Finding, injection: Injection, content: Content): Remark {
  const { finding: told, object } = toldInFile(finding, injection.object, content)
  return { severity: told.severity, file: object.file, ...writtenPosition(object, told.place), text: describe(told) }
}

/** In the order of the files and of the places in them; what several pods are told about one network stands there once. */
export function inOrder(remarks: readonly Remark[], files: readonly { readonly file: string }[]): readonly Remark[] {
  const once = new Map(remarks.map(remark => [Object.values(remark).join('\n'), remark]))
  return inFileOrder(once.values(), files)
}
