import type { Certainty, Severity } from '../../bonding/finding.ts'
import { fieldOf } from '../../bonding/layout.ts'
import { formatPath, type Place } from '../../bonding/place.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import { writtenPosition, writtenWidth } from '../content/written-position.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { isSriovNodePolicy } from '../sriov-node-policy.ts'
import { isSriovNetwork } from '../sriov-network.ts'
import { visibleText } from '../visible-text.ts'

/** One thing that is wrong with files: what every report lays out in its own way, and none words anew. */
export interface LintFinding {
  /** The rule's id; of what cannot be read, a word for the cause. */
  readonly rule: string
  readonly severity: Severity
  /** Who says so; null where a file is what is wrong. */
  readonly certainty: Certainty | null
  /** null where a file is what is wrong. */
  readonly object: { readonly kind: string; readonly namespace: string; readonly name: string } | null
  /** As Kubernetes writes it; empty where a file is what is wrong. */
  readonly path: string
  readonly file: string
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number
  readonly column: number
  /** How many columns the place takes on that line. */
  readonly width: number
  /** Object and field for a reader who does not see the place; empty where the message says it. */
  readonly field: string
  /** What was found and what was expected. */
  readonly message: string
  readonly why: string
  /** Imperative, can be pasted. */
  readonly fix: string
}

/** A rule's finding. @param namespace of objects that name none */
export function ruleFinding({ finding, object }: FindingInFile, namespace: string): LintFinding {
  const { rule, severity, certainty, place, message, why, fix } = finding
  const reference = referenceOf({ finding, object }, namespace)
  return {
    rule,
    severity,
    certainty,
    object: reference,
    path: formatPath(place.path),
    file: object.file,
    ...writtenPosition(object, place),
    width: writtenWidth(object, place),
    field: shown(isSriovNodePolicy(object) ? policyField(reference, place) : fieldOf(finding)),
    message: shown(message),
    why,
    fix: shown(fix.replace(/\.$/, '')),
  }
}

/** Findings name a network; who reads the file sees the object that makes it, or that it depends on. */
function referenceOf({ finding, object }: FindingInFile, namespace: string): NonNullable<LintFinding['object']> {
  const { kind, name } = finding.object
  const own = { kind: object.kind, namespace: object.namespace ?? namespace }
  if (isSriovNodePolicy(object)) return { ...own, name: object.name ?? '' }
  return isSriovNetwork(object) ? { ...own, name } : { kind, namespace: finding.object.namespace, name }
}

function policyField({ namespace, name }: NonNullable<LintFinding['object']>, { path }: Place): string {
  return `${namespace}/${name} ${formatPath(path)}`
}

/** What is wrong with a file, or with an object that no rule could be asked about. */
export function fileFinding({ severity, cause, file, line, column, message, fix }: ManifestProblem): LintFinding {
  const place = { object: null, path: '', file, line, column, width: 1, field: '' }
  return { rule: cause, severity, certainty: null, ...place, message: shown(message), why: '', fix: shown(fix) }
}

const longestText = 600

/** Annotations are quoted, and can be long, and hold what plays tricks with a terminal. */
function shown(text: string): string {
  const visible = visibleText(text.slice(0, longestText + 1))
  return visible.length <= longestText ? visible : `${visible.slice(0, longestText).toWellFormed()}...`
}
