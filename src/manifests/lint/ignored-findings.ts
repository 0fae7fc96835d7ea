import { nearest } from '../../bonding/did-you-mean.ts'
import { rules } from '../../bonding/rules/catalogue.ts'
import type { Content } from '../content/gather-content.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import { writtenPosition } from '../content/written-position.ts'
import type { ManifestObject } from '../manifest-object.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { textAt } from '../manifest-object.ts'
import { labelOnTemplate } from './label-on-template.ts'
import type { LintFinding } from './lint-finding.ts'

/** On any object: `rule-id: reason; rule-id: reason`. What the rules say about this object is then not counted. */
const ignoreAnnotation = 'bond-injector.io/ignore'

/** A finding that the object's author knows and has given a reason for. */
export interface IgnoredFinding extends LintFinding {
  readonly reason: string
}

interface SortedOut {
  readonly kept: readonly FindingInFile[]
  readonly ignored: readonly { readonly told: FindingInFile; readonly reason: string }[]
  /** Entries that have no effect. */
  readonly problems: readonly ManifestProblem[]
}

/** Parts the findings by what the objects that they are told on say about them. */
export function sortOut(findings: readonly FindingInFile[], { files }: Content): SortedOut {
  const objects = files.flatMap(content => content.objects)
  const entries = new Map(objects.flatMap(object => [[object, entriesOf(object)] as const]))
  const kept: FindingInFile[] = []
  const ignored: { told: FindingInFile; reason: string }[] = []
  for (const told of findings) {
    const entry = entries.get(told.object)?.find(({ rule, problem }) => rule === told.finding.rule && !problem)
    if (entry) ignored.push({ told, reason: entry.reason })
    else kept.push(told)
  }
  const problems = [...entries].flatMap(([object, own]) => own.flatMap(entry => problemOf(object, entry)))
  return { kept, ignored, problems }
}

interface Entry {
  readonly rule: string
  readonly reason: string
  readonly start: number
  /** Why it has no effect, and what to do. */
  readonly problem: readonly [message: string, fix: string] | undefined
}

const path = ['metadata', 'annotations', ignoreAnnotation]

function entriesOf(object: ManifestObject): readonly Entry[] {
  const text = textAt(object.node, path) ?? ''
  return [...text.matchAll(/[^;]+/g)].flatMap(({ 0: entry, index }) => {
    if (entry.trim() === '') return []
    const [id = '', ...rest] = entry.split(':')
    const [rule, reason] = [id.trim(), rest.join(':').trim()]
    return [{ rule, reason, start: index + entry.length - entry.trimStart().length, problem: problemIn(rule, reason) }]
  })
}

function problemIn(id: string, reason: string): Entry['problem'] {
  const rule = rules.find(known => known.id === id)
  if (!rule && id !== labelOnTemplate.rule) {
    const [near] = nearest(
      id,
      rules.map(known => known.id),
    )
    const fix = near === undefined ? 'Write the id of a rule, as `rules` lists them' : `Write ${near}`
    return [`names ${JSON.stringify(id)}, which is no rule`, fix]
  }
  // With such a config no pod starts, and can be hard to delete.
  if (rule?.certainty === 'refused-at-load') {
    return [`names ${id}, which speaks of what Multus or a plugin refuses at once`, 'Mend what the rule speaks about']
  }
  if (reason === '') return [`gives no reason for ${id}`, `Write ${id}: and why this is right here`]
  return undefined
}

function problemOf(object: ManifestObject, { start, problem }: Entry): readonly ManifestProblem[] {
  if (!problem) return []
  const [message, fix] = problem
  const position = writtenPosition(object, { path, span: { start, end: start + 1 } })
  const said = { message: `${ignoreAnnotation} ${message}, and has no effect`, fix }
  return [{ severity: 'warning', cause: 'object', file: object.file, ...position, ...said }]
}
