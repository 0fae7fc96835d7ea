import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { Adopter } from '../../bonding/adopt/adopt-pod.ts'
import type { AdoptedPod, Adoption } from '../../bonding/adopt/adoption.ts'
import type { ObjectReference } from '../../bonding/finding.ts'
import { causeMessage } from '../../bonding/layout.ts'
import { readHeldPod } from '../../bonding/workload.ts'
import { type Content, type FileContent, gatherContent } from '../content/gather-content.ts'
import { holderOf } from '../content/holder-of.ts'
import { joinFiles } from '../inject/join-files.ts'
import type { ManifestFiles } from '../manifest-files.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { adoptFile, type PodInFile } from './adopt-file.ts'

export interface AdoptOptions {
  readonly adopt: Adopter
  /** Of objects that name none. */
  readonly namespace: string
  readonly format: 'diff' | 'yaml'
}

export interface AdoptedManifests {
  /** `impossible`: some pod stays as it is. `unreadable`: something in the files. */
  readonly outcome: 'adopted' | 'impossible' | 'unreadable'
  /** Empty where something could not be read. */
  readonly output: string
  /** For a person, one line each. */
  readonly remarks: readonly string[]
}

/** Shows how little the pods in files have to say so that the label does the rest. */
export function adoptManifests(manifests: ManifestFiles, options: AdoptOptions): AdoptedManifests {
  const content = gatherContent(manifests, options.namespace)
  const problems = content.problems.filter(({ severity }) => severity === 'error')
  if (problems.length > 0) {
    const remarks = problems.map(({ file, line, message, fix }) => `${place(file, line)}: ${message}. ${fix}`)
    return { outcome: 'unreadable', output: '', remarks }
  }
  const files = content.files.map(file => adoptedFile(file, content, options))
  const remarks = files.flatMap(file => file.remarks)
  const failed = files.some(file => file.failed)
  return {
    outcome: failed ? 'impossible' : 'adopted',
    output: outputs[options.format](files),
    remarks: remarks.length > 0 ? remarks : [nothingToAdopt],
  }
}

// What an element of a list is, only its network can say: a name with a typo is no bond either.
const nothingToAdopt =
  'no pod, and no workload, with a bond in its networks annotation: a bond is one whose network is given, too (check its name, and add its file with -f)'

interface AdoptedFile {
  readonly content: FileContent
  /** The same as before where nothing could be adopted. */
  readonly text: string
  readonly holdsPods: boolean
  readonly failed: boolean
  readonly remarks: readonly string[]
}

const outputs: Readonly<Record<AdoptOptions['format'], (files: readonly AdoptedFile[]) => string>> = {
  yaml: files => joinFiles(files.filter(({ holdsPods }) => holdsPods).map(({ text }) => text)),
  diff: files =>
    files
      .filter(({ content, text }) => text !== content.text)
      .map(({ content: { file, text: before }, text }) =>
        createTwoFilesPatch(`a/${inFolder(file)}`, `b/${inFolder(file)}`, before, text, undefined, undefined, {
          headerOptions: FILE_HEADERS_ONLY,
        }),
      )
      .join(''),
}

function adoptedFile(file: FileContent, content: Content, { adopt, namespace }: AdoptOptions): AdoptedFile {
  const judged = file.objects.flatMap(object => {
    const holder = holderOf(object)
    const held = holder && readHeldPod(object.value, holder, namespace)
    return held ? [{ object, held, adoption: adopt(held.pod, content.catalogue) }] : []
  })
  const pods = judged.flatMap(({ object, held, adoption }): readonly PodInFile[] =>
    adoption.kind === 'adopted' ? [{ object, path: held.path, adopted: adoption }] : [],
  )
  const edited = adoptFile(file, pods)
  const told = judged.flatMap(({ object, held, adoption }) => remarksOn(object, held.reference, adoption))
  const failed = judged.some(({ adoption }) => adoption.kind.startsWith('impossible'))
  const same = { content: file, holdsPods: judged.length > 0 }
  if (edited.kind === 'text') return { ...same, text: edited.text, failed, remarks: told }
  const remark = `${at(edited.object)}: cannot be changed where it stands: ${edited.reason}. Write it on lines of its own`
  return { ...same, text: file.text, failed: true, remarks: [remark] }
}

function remarksOn(object: ManifestObject, { kind, name }: ObjectReference, adoption: Adoption): readonly string[] {
  const subject = `${at(object)}: ${kind.toLowerCase()} ${name}`
  switch (adoption.kind) {
    case 'no-bond':
      return []
    case 'impossible-text':
      return [`${subject} cannot be adopted: ${adoption.reason}`]
    case 'impossible':
      return adoption.reasons.map(reason => `${subject} cannot be adopted: ${causeMessage(reason)}`)
    case 'adopted':
      return adoptedRemarks(subject, adoption)
  }
}

function adoptedRemarks(subject: string, adopted: AdoptedPod): readonly string[] {
  const { sets, removals, attachments, differences } = adopted
  if (sets.length + removals.length === 0) return [`${subject} says no more than it has to`]
  const warnings = adopted.warnings.map(warning => `${subject} will be warned: ${causeMessage(warning)}`)
  if (differences.length === 0) return [`${subject} gets the same as before: ${attachments.join(', ')}`, ...warnings]
  const told = differences.map(difference => `${subject} gets the same networks, but not all as before: ${difference}`)
  return [...told, ...warnings]
}

function at({ file, source, node }: ManifestObject): string {
  return place(file, source.positionAt(node.start).line)
}

/** As patch takes it, from the folder in front of all that it names. */
function inFolder(file: string): string {
  return file.replace(/^(?:\.{0,2}\/)+/, '')
}

function place(file: string, line: number): string {
  return line === 0 ? file : `${file}:${line}`
}
