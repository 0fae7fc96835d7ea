import type { Finding, ObjectReference } from './finding.ts'
import { formatPath } from './place.ts'

/**
 * The API server may cut a warning behind this many characters (k8s.io/apiserver pkg/endpoints/filters/warning.go). It
 * asks for 120 where that is possible, which test/bonding/rules/warnings.test.ts measures.
 */
const warningLimit = 256

const longestPart = 600

/**
 * Object and field, as `causes[].field` and every text output name them: `demo/bond-net1 spec.config.failOverMac` of a
 * network, `deployment spec.template.metadata.annotations[...]` of the object that is being made.
 */
export function fieldOf({ object, place }: Pick<Finding, 'object' | 'place'>): string {
  return `${subjectOf(object)} ${formatPath(place.path)}`
}

function subjectOf({ kind, namespace, name }: ObjectReference): string {
  return kind === 'NetworkAttachmentDefinition' ? `${namespace}/${name}` : kind.toLowerCase()
}

/**
 * What is wrong, the fix, and who says so; stands alone behind the field. kubectl shows nothing else of a refusal.
 * The fix ends without a full stop, so that it can be pasted.
 */
export function causeMessage({ message, fix, rule }: Finding): string {
  return oneLine(`${bounded(message)}. ${bounded(fix.replace(/\.$/, ''))} [bond-injector ${rule}]`)
}

/** A finding in one line. Every face uses this wording, none has its own. */
export function describe(finding: Finding): string {
  return `${fieldOf(finding)}: ${causeMessage(finding)}`
}

/** A warning of an admission answer: one line (one with a line break is dropped as a whole), at most 256 characters. */
export function warningText(finding: Finding): string {
  const text = `${briefField(finding)}: ${causeMessage(finding)}`
  const end = ` [bond-injector ${finding.rule}]`
  return boundedWarning(text.slice(0, -end.length), end)
}

/** Labels and annotations by what is behind the domain of their key: `pod annotation networks`. */
function briefField({ object, place }: Finding): string {
  const [metadata, kind, key] = place.path.slice(-3)
  const keyed = metadata === 'metadata' && (kind === 'labels' || kind === 'annotations') && typeof key === 'string'
  if (!keyed) return fieldOf({ object, place })
  const above = place.path.slice(0, -3)
  const holder = subjectOf(object) + (above.length === 0 ? '' : ` ${formatPath(above)}`)
  return `${holder} ${kind.slice(0, -1)} ${key.slice(key.lastIndexOf('/') + 1)}`
}

/** Cuts a warning where it is too long, but not its end, which says where it comes from. */
export function boundedWarning(text: string, end: string): string {
  if (text.length + end.length <= warningLimit) return text + end
  return `${text.slice(0, warningLimit - end.length - 3).toWellFormed()}...${end}`
}

/**
 * The message of a refusal. Events show its first line only, so that line is the first finding in full, and how many
 * more there are.
 */
export function refusalMessage(findings: readonly Finding[]): string {
  const [first = '', ...others] = findings.map(describe)
  if (others.length === 0) return first
  return [`${first} (and ${others.length} more)`, ...others].join('\n')
}

/** An annotation can be 256 KiB, and a message may quote it. */
function bounded(text: string): string {
  return text.length <= longestPart ? text : `${text.slice(0, longestPart).toWellFormed()}...`
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
}
