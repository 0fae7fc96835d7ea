import { EditedText } from '../edited-text.ts'
import type { TextEdit } from '../edited-text.ts'
import { valueOf } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { objectsIn } from '../objects-in.ts'
import { readPart } from '../read-part.ts'
import { SourceText } from '../source-text.ts'
import type { TextRange } from '../source-text.ts'
import { splitDocuments } from '../split-documents.ts'
import { lineEnd, lineStart } from './line.ts'

/** The value of an object once edited, read out of its own lines alone; undefined where they cannot be read so. */
export function editedValue({ source, node }: ManifestObject, edits: readonly TextEdit[]): unknown {
  const { text } = source
  const indent = node.flow ? '' : ' '.repeat(node.start - lineStart(source, node.start))
  const end = node.flow || /[\n\r]/.test(text.charAt(node.end - 1)) ? node.end : lineEnd(text, node.end)
  const own = new SourceText(source.file, indent + editedSlice(text, { start: node.start, end }, edits))
  const [part, ...others] = splitDocuments(own).parts
  if (part === undefined || others.length > 0) return undefined
  const { root, problems } = readPart(own, part)
  return root === undefined || problems.some(({ severity }) => severity === 'error') ? undefined : valueOf(root)
}

/** The objects of one document of a file once edited; their offsets count from its start. */
export function editedObjects(
  { file, text }: SourceText,
  part: TextRange,
  edits: readonly TextEdit[],
): readonly ManifestObject[] {
  const source = new SourceText(file, editedSlice(text, part, edits))
  return splitDocuments(source).parts.flatMap(found => {
    const { root, problems } = readPart(source, found)
    const broken = root === undefined || problems.some(({ severity }) => severity === 'error')
    return broken ? [] : objectsIn(source, root).objects
  })
}

function editedSlice(text: string, { start, end }: TextRange, edits: readonly TextEdit[]): string {
  const own = edits.map(edit => ({ ...edit, offset: edit.offset - start }))
  return new EditedText(text.slice(start, end), own).text
}
