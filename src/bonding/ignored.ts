import { nearest } from './did-you-mean.ts'
import type { Finding, ObjectReference } from './finding.ts'
import { annotations } from './keys.ts'
import { rules } from './rules/catalogue.ts'
import { type AnyRule, isFixed } from './rules/rule.ts'

/** A finding that the author of its object knows, and has given a reason for. */
export type IgnoredFinding = Finding & { readonly ignoredFor: string }

/** One entry of the annotation `bond-injector.io/ignore`: `rule-id: reason; rule-id: reason`. */
export interface IgnoreEntry {
  readonly rule: string
  readonly reason: string
  /** Offset in the annotation's text. */
  readonly start: number
  /** Why it has no effect, and what to do; undefined where it has. */
  readonly problem: { readonly message: string; readonly fix: string } | undefined
}

/** Reads the annotation. An entry that cannot have an effect says so, and the others have theirs. */
export function readIgnore(text: string): readonly IgnoreEntry[] {
  return entriesOf(text).map(entry => ({ ...entry, problem: problemIn(entry.rule, entry.reason) }))
}

function entriesOf(text: string): readonly Omit<IgnoreEntry, 'problem'>[] {
  return [...text.matchAll(/[^;]+/g)].flatMap(({ 0: entry, index }) => {
    if (entry.trim() === '') return []
    const [id = '', ...rest] = entry.split(':')
    const [rule, reason] = [id.trim(), rest.join(':').trim()]
    return [{ rule, reason, start: index + entry.length - entry.trimStart().length }]
  })
}

/**
 * Parts findings by what the annotations of their objects say.
 *
 * @param ignoreOf the text of the annotation of an object, if it has one
 * @param readersNamespace whose reader must not see what objects of other namespaces say
 */
export function sortOutIgnored(
  findings: readonly Finding[],
  ignoreOf: (object: ObjectReference) => string | undefined,
  readersNamespace: string,
): { readonly kept: readonly Finding[]; readonly ignored: readonly IgnoredFinding[] } {
  const kept: Finding[] = []
  const ignored: IgnoredFinding[] = []
  for (const finding of findings) {
    const { namespace, name } = finding.object
    const reason = reasonFor(finding.rule, ignoreOf(finding.object))
    if (reason === undefined) kept.push(finding)
    else if (namespace === readersNamespace) ignored.push({ ...finding, ignoredFor: reason })
    else ignored.push({ ...finding, ignoredFor: `the owner of ${namespace}/${name} has a reason` })
  }
  return { kept, ignored }
}

const longestReason = 100

/**
 * The warnings about errors that do not refuse, since the authors of their objects said so: one for each object and
 * rule. Of warnings that are ignored nothing is said: that is what was asked for.
 */
export function warningsOfIgnored(ignored: readonly IgnoredFinding[]): readonly Finding[] {
  const told = new Map<string, Finding>()
  for (const finding of ignored) {
    const { rule, severity, object, ignoredFor, message } = finding
    const key = `${rule} ${object.kind} ${object.namespace}/${object.name}`
    if (severity !== 'error' || told.has(key)) continue
    const reason =
      ignoredFor.length > longestReason ? `${ignoredFor.slice(0, longestReason).toWellFormed()}...` : ignoredFor
    const said = `does not refuse, as ${annotations.ignore} says (${reason}): ${message}`
    told.set(key, { ...finding, severity: 'warning', message: said })
  }
  return [...told.values()]
}

/** The reason for which an annotation sets a rule aside; undefined where it does not. */
export function reasonFor(rule: string, text: string | undefined): string | undefined {
  if (text?.includes(rule) !== true) return undefined
  // What is wrong with the other entries is costly to say, and anybody may write a hundred thousand of them.
  return entriesOf(text).find(entry => entry.rule === rule && !problemIn(rule, entry.reason))?.reason
}

function problemIn(id: string, reason: string): IgnoreEntry['problem'] {
  const rule = rules.find(known => known.id === id)
  if (!rule) {
    const ids = rules.map(known => known.id)
    const [near] = nearest(id, ids)
    const fix = near === undefined ? 'Write the id of a rule, as `rules` lists them' : `Write ${near}`
    return { message: `names ${JSON.stringify(id)}, which is no rule`, fix }
  }
  if (isFixed(rule)) return { message: `names ${id}, ${whyFixed(rule)}`, fix: 'Mend what the rule speaks about' }
  if (reason === '') return { message: `gives no reason for ${id}`, fix: `Write ${id}: and why this is right here` }
  return undefined
}

/** With a config that is refused at load no pod starts, and can be hard to delete. */
function whyFixed({ certainty }: AnyRule): string {
  return certainty === 'refused-at-load'
    ? 'which speaks of what Multus or a plugin refuses at once'
    : 'without which there is nothing to inject'
}
