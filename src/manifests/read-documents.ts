import { calloutValues } from './callout-values.ts'
import type { ManifestObject } from './manifest-object.ts'
import { problemAt } from './manifest-problem.ts'
import type { ManifestProblem, ProblemCause } from './manifest-problem.ts'
import { objectsIn } from './objects-in.ts'
import { readPart } from './read-part.ts'
import { SourceText } from './source-text.ts'
import { splitDocuments } from './split-documents.ts'

export interface Documents {
  /** In the order of the file. A document with an error has none here. */
  readonly objects: readonly ManifestObject[]
  readonly problems: readonly ManifestProblem[]
}

/**
 * Reads the text of a file of Kubernetes manifests, YAML or JSON, as kubectl does, and says what it cannot read. Every
 * document is read by itself: a broken one hides no other.
 */
export function readDocuments(text: string, file: string): Documents {
  const documents = [...eachDocument(text, file)]
  const problems = documents.flatMap(document => document.problems)
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return { objects: documents.flatMap(({ objects }) => objects), problems }
}

/** The same, one document after the other, for who keeps little of each. */
export function* eachDocument(text: string, file: string): Generator<Documents> {
  const source = new SourceText(file, text)
  const { parts, badSeparators } = splitDocuments(source)
  const told = new Set<ProblemCause>()
  const [bad] = badSeparators
  if (bad !== undefined) yield { objects: [], problems: [badSeparator(source, bad)] }
  for (const part of parts) {
    const { root, problems } = readPart(source, part)
    if (root === undefined || problems.some(({ severity }) => severity === 'error')) {
      yield { objects: [], problems: problems.filter(problem => isNews(problem, told)) }
    } else {
      // Around a line of dashes that is none of kubectl's stands the text of a page.
      const found = bad !== undefined && root.kind !== 'map' ? nothing : objectsIn(source, root)
      const all = [...problems, ...found.problems, ...calloutValues(source, root)]
      yield { objects: found.objects, problems: found.objects.length > 0 ? all : cutOff(all) }
    }
  }
}

/** An object without a kind lacks it for the reason that its document ends too early, where it does. */
function cutOff(problems: readonly ManifestProblem[]): readonly ManifestProblem[] {
  const end = problems.find(({ cause }) => cause === 'ignored-text')
  if (end === undefined || !problems.some(({ cause }) => cause === 'object')) return problems
  return [{ ...end, severity: 'error' }]
}

const nothing: Documents = { objects: [], problems: [] }

/** A template is one all the way through, and shell stands around every document. */
function isNews({ cause }: ManifestProblem, told: Set<ProblemCause>): boolean {
  if (cause !== 'template' && cause !== 'foreign-line') return true
  const news = !told.has(cause)
  told.add(cause)
  return news
}

function badSeparator(source: SourceText, offset: number): ManifestProblem {
  return problemAt(source, {
    cause: 'separator',
    offset,
    message: 'a line that begins with --- separates documents and may hold nothing else; kubectl reads no further',
    fix: 'Write --- alone on its line, or take the line out',
  })
}
