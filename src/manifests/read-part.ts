import { contentProblem } from './content-problems.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { quote } from './diagnosis/scene.ts'
import { jsonTree } from './json-tree.ts'
import type { ManifestNode } from './manifest-node.ts'
import { problemAt } from './manifest-problem.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import type { SourceText } from './source-text.ts'
import type { DocumentPart } from './split-documents.ts'
import { composeTree } from './yaml/compose-tree.ts'
import { parseYaml } from './yaml/parse-yaml.ts'
import type { SyntaxFailure } from './yaml/parse-yaml.ts'

export interface Content {
  /** Undefined where there is none, or none that can be read. */
  readonly root: ManifestNode | undefined
  readonly problems: readonly ManifestProblem[]
}

/** The content of one document of a file. */
export function readPart(source: SourceText, part: DocumentPart): Content {
  if (part.kind === 'json') {
    const { root, repeated, tooDeep } = jsonTree(part.root, part.start)
    if (tooDeep !== undefined) {
      return unreadable(source, part, { kind: 'too-deep', offset: tooDeep, message: '', quoted: undefined, texts: [] })
    }
    const faults = repeated.map(({ key, offset }) => ({ kind: 'duplicate-key', offset, detail: key }) as const)
    return { root, problems: faults.map(fault => contentProblem(source, fault)) }
  }
  const parsed = parseYaml(source, part)
  if (parsed.failure !== undefined) return unreadable(source, part, parsed.failure)
  const ignored = ignoredText(source, parsed.ignoredFrom, part.end)
  if (parsed.root === null) return { root: undefined, problems: ignored }
  const { root, faults } = composeTree(parsed, parsed.root)
  return { root, problems: [...faults.map(fault => contentProblem(source, fault)), ...ignored] }
}

function unreadable(source: SourceText, part: DocumentPart, failure: SyntaxFailure): Content {
  return { root: undefined, problems: [problemAt(source, diagnose(source, part, failure))] }
}

/** kubectl drops in silence what follows a line `...` or the end of the root, up to the next `---`. */
function ignoredText(source: SourceText, from: number | undefined, end: number): readonly ManifestProblem[] {
  if (from === undefined) return []
  const ignored = source.text.slice(from, end)
  if (!ignored.startsWith('...')) return [behindRoot(source, from)]
  if (ignored.split('\n').every(line => /^\s*(?:#|\.\.\.|$)/.test(line))) return []
  const message = 'a line ... ends the document, and kubectl reads nothing behind it'
  const fix = 'Write --- instead, or take the line out'
  return [problemAt(source, { cause: 'ignored-text', offset: from, message, fix }, 'warning')]
}

function behindRoot(source: SourceText, offset: number): ManifestProblem {
  const found = quote(source.text.slice(offset, offset + 1000))
  const message = `the document ends in front of ${found}, and kubectl reads nothing from there on`
  const fix = 'Indent it like what it belongs to, write --- in front of it, or take it out'
  return problemAt(source, { cause: 'ignored-text', offset, message, fix }, 'warning')
}
