import type { ManifestProblem } from '../manifest-problem.ts'
import { editFile, type FileEditing } from './edit-file.ts'
import { editsDiff } from './edits-diff.ts'
import type { FileContent } from '../content/gather-content.ts'
import type { Injection } from './inject-object.ts'
import { joinFiles } from './join-files.ts'
import { ownOperations, patchedObject } from './patched-object.ts'

/** A file that holds a pod, and what becomes of its pods. */
export interface InjectedFile {
  readonly content: FileContent
  readonly injections: readonly Injection[]
}

export type Formatting =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'impossible'; readonly problems: readonly ManifestProblem[] }

export type Format = 'yaml' | 'json' | 'patch' | 'diff'

/** What is printed for files that hold pods; the files of networks alone are for the verdict only. */
export const formats: Readonly<Record<Format, (files: readonly InjectedFile[]) => Formatting>> = {
  yaml: files => edited(files, editings => joinFiles(editings.map(({ text }) => text))),
  diff: files =>
    edited(files, editings =>
      editings.map(({ content, edits }) => editsDiff(content.file, content.text, edits)).join(''),
    ),
  json: files => json(objectsOf(files)),
  patch: files =>
    text(
      files.flatMap(({ injections }) => injections.map(patchEntry)),
      2,
    ),
}

type Edited = Extract<FileEditing, { kind: 'edited' }> & Pick<InjectedFile, 'content'>

function edited(files: readonly InjectedFile[], print: (editings: readonly Edited[]) => string): Formatting {
  const done: Edited[] = []
  const problems: ManifestProblem[] = []
  for (const { content, injections } of files) {
    const editing = editFile(content, injections)
    if (editing.kind === 'edited') done.push({ ...editing, content })
    else problems.push(...editing.problems)
  }
  return problems.length > 0 ? { kind: 'impossible', problems } : { kind: 'text', text: print(done) }
}

function objectsOf(files: readonly InjectedFile[]): readonly unknown[] {
  return files.flatMap(({ content, injections }) => {
    const byObject = new Map(injections.map(each => [each.object, each]))
    return content.objects.map(object => {
      const injection = byObject.get(object)
      return injection ? patchedObject(injection) : object.value
    })
  })
}

function json(objects: readonly unknown[]): Formatting {
  // Indented as kubectl does.
  return text(objects.length === 1 ? objects[0] : { apiVersion: 'v1', kind: 'List', items: objects }, 4)
}

function patchEntry(injection: Injection) {
  const { kind, namespace, name } = injection.reference
  return { object: { kind, namespace, name }, patch: ownOperations(injection) }
}

function text(value: unknown, indent: number): Formatting {
  return { kind: 'text', text: `${JSON.stringify(value, null, indent)}\n` }
}
