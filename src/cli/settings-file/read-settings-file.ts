import type { ManifestNode, ScalarNode } from '../../manifests/manifest-node.ts'
import { readPart } from '../../manifests/read-part.ts'
import { SourceText } from '../../manifests/source-text.ts'
import { splitDocuments } from '../../manifests/split-documents.ts'
import type { Given } from '../given.ts'
import { suggestion } from '../suggestion.ts'
import { type FileKey, fileKeys } from './file-keys.ts'

export type SettingsFileReading =
  | { readonly kind: 'given'; readonly given: ReadonlyMap<string, Given> }
  /** A sentence each, which begins with the place: `.bond-injector.yaml:3:5: ...`. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/** One text of one flag, or what stands in its place and cannot be one. */
type Entry =
  | { readonly kind: 'text'; readonly offset: number; readonly text: string }
  | { readonly kind: 'wrong'; readonly offset: number; readonly problem: string }

/**
 * Reads a settings file as what it gives for each flag. It is YAML or JSON as kubectl reads them, and each value goes
 * through the reader of its flag, so that file and command line take the same values and complain in the same words.
 *
 * @param file its path, as users are to see it
 */
export function readSettingsFile(file: string, text: string): SettingsFileReading {
  const source = new SourceText(file, text)
  const { parts, badSeparators } = splitDocuments(source)
  const contents = parts.map(part => readPart(source, part))
  const unread = contents.flatMap(({ problems }) => problems)
  if (unread.length > 0)
    return wrong(unread.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`))
  const [first, second] = contents.flatMap(({ root }) => root ?? [])
  const further = badSeparators[0] ?? second?.start
  if (further !== undefined) return wrong([`${placeOf(source, further)}: a settings file is one document`])
  return first ? readRoot(source, first) : { kind: 'given', given: new Map() }
}

function readRoot(source: SourceText, root: ManifestNode): SettingsFileReading {
  if (root.kind !== 'map')
    return wrong([`${placeOf(source, root.start)}: ${notAs('settings by their names', root).problem}`])
  const given = new Map<string, Given>()
  const problems: string[] = []
  for (const { key, keyRange, value } of root.entries) {
    const known = fileKeys.find(one => one.key === key)
    if (!known) {
      problems.push(`${placeOf(source, keyRange.start)}: ${unknown(key)}`)
      continue
    }
    const entries = entriesOf(source, known, value)
    for (const { offset, problem } of problemsOf(known, entries)) {
      problems.push(`${placeOf(source, offset)}: ${key}: ${problem}`)
    }
    given.set(known.flagName, givenBy(known, entries, placeOf(source, value.start)))
  }
  return problems.length > 0 ? wrong(problems) : { kind: 'given', given }
}

function unknown(key: string): string {
  const keys = fileKeys.map(known => known.key)
  return `there is no setting "${key}"${suggestion(key, keys)}`
}

/** What stands behind a key. */
function entriesOf(source: SourceText, { holds, flag }: FileKey, node: ManifestNode): readonly Entry[] {
  const entryOf = (one: ManifestNode): Entry =>
    one.kind === 'scalar'
      ? { kind: 'text', offset: one.start, text: textOf(source, one, flag.choices) }
      : notAs('one value', one)
  switch (holds) {
    case 'one':
      return [entryOf(node)]
    case 'list':
      if (node.kind !== 'list' || node.items.length === 0) return [notAs('a list', node)]
      return node.items.map(entryOf)
    case 'each':
      if (node.kind !== 'map') return [notAs('a mapping', node)]
      return node.entries.map(({ key, keyRange, value }) => {
        const entry = entryOf(value)
        return entry.kind === 'text'
          ? { ...entry, offset: keyRange.start, text: `${key}=${entry.text}` }
          : { ...entry, problem: `${key}: ${entry.problem}` }
      })
  }
}

/** As the author wrote it; but YAML 1.1 makes true and false of a bare on and off, also where a template renders them. */
function textOf(source: SourceText, { value, start, end }: ScalarNode, choices: readonly string[] = []): string {
  if (typeof value === 'string') return value
  const word = value === true ? 'on' : 'off'
  return typeof value === 'boolean' && choices.includes(word) ? word : source.text.slice(start, end)
}

function problemsOf({ flag }: FileKey, entries: readonly Entry[]) {
  return entries.flatMap(entry => {
    if (entry.kind === 'wrong') return [entry]
    const reading = flag.read([entry.text])
    return reading.kind === 'wrong' ? [{ offset: entry.offset, problem: reading.problem }] : []
  })
}

function givenBy({ holds }: FileKey, entries: readonly Entry[], origin: string): Given {
  const texts = entries.flatMap(entry => (entry.kind === 'text' ? [entry.text] : []))
  return { origin, texts: holds === 'list' ? [texts.join(',')] : texts }
}

function notAs(expected: string, node: ManifestNode): Extract<Entry, { kind: 'wrong' }> {
  return { kind: 'wrong', offset: node.start, problem: `expected ${expected}, found ${nameOf(node)}` }
}

function nameOf(node: ManifestNode): string {
  switch (node.kind) {
    case 'map':
      return 'a mapping'
    case 'list':
      return node.items.length === 0 ? 'an empty list' : 'a list'
    case 'scalar':
      return node.value === null ? 'nothing' : 'one value'
  }
}

function placeOf(source: SourceText, offset: number): string {
  const { line, column } = source.positionAt(offset)
  return `${source.file}:${line}:${column}`
}

function wrong(problems: readonly string[]): SettingsFileReading {
  return { kind: 'wrong', problems }
}
