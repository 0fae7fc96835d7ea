import jsonpatch from 'fast-json-patch'
import { formatPath } from '../../bonding/place.ts'
import { type Editing, editObject } from '../edit/edit-object.ts'
import { EditedText, type TextEdit } from '../edited-text.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { readDocuments } from '../read-documents.ts'
import type { FileContent } from '../content/gather-content.ts'
import type { Injection } from './inject-object.ts'
import { patchedObject } from './patched-object.ts'
import { writtenPosition } from '../content/written-position.ts'

export type FileEditing =
  /** `edits`: in the order of their offsets. */
  | { readonly kind: 'edited'; readonly text: string; readonly edits: readonly TextEdit[] }
  /** The author writes something in a way that cannot be changed where it stands. */
  | { readonly kind: 'impossible'; readonly problems: readonly ManifestProblem[] }

/** The author's text of a file with what was injected into its objects. */
export function editFile(content: FileContent, injections: readonly Injection[]): FileEditing {
  const edits: TextEdit[] = []
  const problems: ManifestProblem[] = []
  for (const { object, path, operations } of injections) {
    const editing = editObject(object, path, operations)
    if (editing.kind === 'edits') edits.push(...editing.edits)
    else problems.push(problemOf(object, editing))
  }
  if (problems.length > 0) return { kind: 'impossible', problems }
  edits.sort((a, b) => a.offset - b.offset)
  const { text } = new EditedText(content.text, edits)
  const wrong = edits.length === 0 ? undefined : wrongObject(content, injections, text)
  return wrong === undefined
    ? { kind: 'edited', text, edits }
    : { kind: 'impossible', problems: [problemOf(wrong, unedited)] }
}

type Impossible = Pick<Extract<Editing, { kind: 'impossible' }>, 'path' | 'message' | 'fix'>

const unedited: Impossible = {
  path: [],
  message: 'this object is written in a way that cannot be completed where it stands',
  fix: 'Write it without anchors and merge keys, or use -o json',
}

/**
 * The first object that the edited text does not give as the patch does. Objects of a file can share what an anchor
 * names, and what we add must never reach a pod that is not ours, so the text is read again before anybody gets it.
 */
function wrongObject({ file, objects }: FileContent, injections: readonly Injection[], text: string) {
  const edited = readDocuments(text, file).objects
  const byObject = new Map(injections.map(each => [each.object, each]))
  return objects.find((object, index) => {
    const injection = byObject.get(object)
    const expected = injection ? patchedObject(injection) : object.value
    const found = edited[index]?.value
    return found === undefined || jsonpatch.compare(expected, found).length > 0
  })
}

function problemOf(object: Injection['object'], said: Impossible): ManifestProblem {
  const { path, message, fix } = said
  return {
    severity: 'error',
    cause: 'object',
    file: object.file,
    ...writtenPosition(object, { path }),
    message: path.length === 0 ? message : `${formatPath(path)} ${message}`,
    fix,
  }
}
