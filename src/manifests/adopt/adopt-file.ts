import jsonpatch from 'fast-json-patch'
import type { AdoptedPod } from '../../bonding/adopt/adoption.ts'
import { formatPath, type Path } from '../../bonding/place.ts'
import type { FileContent } from '../content/gather-content.ts'
import { editObject } from '../edit/edit-object.ts'
import { EditedText, type TextEdit } from '../edited-text.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { readDocuments } from '../read-documents.ts'
import { removalEdits } from './removal-edits.ts'
import { withEmptied, withoutField } from './without-fields.ts'

/** A pod of a file, where it stands in its object, and what becomes of it. */
export interface PodInFile {
  readonly object: ManifestObject
  readonly path: Path
  readonly adopted: AdoptedPod
}

/** The author's text with less in it; or what cannot be changed where it stands, in words. */
export type AdoptedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'impossible'; readonly object: ManifestObject; readonly reason: string }

/** First what is new is written, then what is spared is taken out; both are read again before anybody gets them. */
export function adoptFile(content: FileContent, pods: readonly PodInFile[]): AdoptedText {
  const edits: TextEdit[] = []
  for (const { object, path, adopted } of pods) {
    const editing = editObject(object, path, adopted.sets)
    if (editing.kind === 'impossible') return impossible(object, `${formatPath(editing.path)} ${editing.message}`)
    edits.push(...editing.edits)
  }
  const written = apply(content.text, edits)
  const objects = readDocuments(written, content.file).objects
  const indexes = new Map(pods.map(pod => [content.objects.indexOf(pod.object), pod]))
  const removed: TextEdit[] = []
  const expected: unknown[] = []
  for (const [index, object] of objects.entries()) {
    const pod = indexes.get(index)
    const base = pod?.path ?? []
    const paths = withEmptied(object.value, pod?.adopted.removals.map(path => [...base, ...path]) ?? [])
    const removals = removalEdits(object, paths)
    if ('path' in removals) return impossible(object, `${formatPath(removals.path)} stands on a line with other fields`)
    removed.push(...removals)
    expected.push(paths.reduce<unknown>(withoutField, object.value))
  }
  const text = apply(written, removed)
  const found = readDocuments(text, content.file).objects.map(({ value }) => value)
  const [pod] = pods
  if (pod && jsonpatch.compare(expected, found).length > 0) return impossible(pod.object, 'it is written with anchors')
  return { kind: 'text', text }
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return new EditedText(
    text,
    edits.toSorted((a, b) => a.offset - b.offset),
  ).text
}

function impossible(object: ManifestObject, reason: string): AdoptedText {
  return { kind: 'impossible', object, reason }
}
