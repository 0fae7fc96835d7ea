import type { Test } from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

export interface DiagnosisCase {
  readonly name: string
  readonly text: string
  /** `line:column`. */
  readonly at: string
  readonly message: RegExp
  readonly fix?: RegExp
}

/** The text has this one problem and no other, and no object is made of it. */
export function expectProblem(t: Test, cause: string, { name, text, at, message, fix }: DiagnosisCase): void {
  const { objects, problems } = readDocuments(text, 'a.yaml')
  t.test(name, async t => {
    t.strictSame(
      problems.map(problem => `${problem.line}:${problem.column} ${problem.cause}`),
      [`${at} ${cause}`],
    )
    t.match(problems[0]?.message, message)
    if (fix !== undefined) t.match(problems[0]?.fix, fix)
    t.equal(problems[0]?.severity, 'error')
    t.strictSame(objects, [])
  })
}
