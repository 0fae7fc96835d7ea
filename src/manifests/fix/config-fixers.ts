import { goFold } from '../../bonding/go-fold.ts'
import type { Finding } from '../../bonding/finding.ts'
import { type JsonMember, type JsonNode, type JsonObject, parseGoJson, type Span } from '../../bonding/go-json.ts'
import type { ConfigChange } from './config-change.ts'
import type { RepairKind } from './repair.ts'

export interface ConfigFixer {
  readonly kind: Extract<RepairKind, 'value' | 'addition'>
  /** Only where the author asks for it: one could mean something else. */
  readonly asked?: true
  /** @param root of the config that the finding is about. Undefined where only the author can know. */
  change(finding: Finding, root: JsonObject, text: string): ConfigChange | undefined
}

const unquoted: ConfigFixer = { kind: 'value', change: withoutQuotes }

/** By rule. What is not here is not safe: `docs/fixing.md` says why. */
export const configFixers: Readonly<Record<string, ConfigFixer>> = {
  'miimon-string': { kind: 'value', change: inQuotes },
  'links-in-container-boolean': unquoted,
  'fail-over-mac-integer': unquoted,
  'mtu-integer': unquoted,
  'all-slaves-active-range': unquoted,
  'tlb-dynamic-lb-range': unquoted,
  'cni-key-type': unquoted,
  'ipam-key-type': unquoted,
  'sriov-key-type': unquoted,
  'cni-version-without-ipam': { kind: 'addition', change: withVersion },
  'fail-over-mac-required': { kind: 'addition', asked: true, change: withFailOverMac },
  'links-in-container-true': { kind: 'addition', asked: true, change: withLinksInContainer },
}

/** The same number, as the text that Bond CNI reads it from. */
function inQuotes({ place: { span } }: Finding, _root: JsonObject, text: string): ConfigChange | undefined {
  if (!span) return undefined
  const literal = text.slice(span.start, span.end)
  return /^(?:0|[1-9]\d*)$/.test(literal) ? { kind: 'value', span, literal: `"${literal}"` } : undefined
}

/** The same number or boolean, out of its quotes. */
function withoutQuotes({ place: { span } }: Finding, _root: JsonObject, text: string): ConfigChange | undefined {
  if (!span) return undefined
  const literal = /^"(true|false|0|[1-9]\d*)"$/.exec(text.slice(span.start, span.end))?.[1]
  return literal === undefined ? undefined : { kind: 'value', span, literal }
}

/** The oldest version whose results need no address, and the one that the documentation of OpenShift asks for. */
function withVersion({ place: { path, span } }: Finding, root: JsonObject): ConfigChange | undefined {
  const literal = '"0.3.1"'
  if (span) return { kind: 'value', span, literal }
  const [before] = root.members
  // Put in by libcni, from the top of the config, whatever plugin reads it.
  return path.length === 3 && before ? { kind: 'member', key: 'cniVersion', literal, before } : undefined
}

function withFailOverMac({ place }: Finding, root: JsonObject, text: string): ConfigChange | undefined {
  return asked(place, 'failOverMac', '1', root, text, 'mode')
}

/** Links by Multus' names can only be in the pod. */
function withLinksInContainer({ place }: Finding, root: JsonObject, text: string): ConfigChange | undefined {
  const links = memberOf(objectAt(root, place.path.slice(2, -1)), 'links')?.value
  const names = links?.kind === 'array' ? links.elements.map(element => memberOf(element, 'name')?.value) : []
  const automatic = names.every(name => name?.kind === 'string' && /^net\d+$/.test(name.value))
  return automatic && names.length > 0 ? asked(place, 'linksInContainer', 'true', root, text, 'links') : undefined
}

/** Never over what the author wrote; null is nothing. */
function asked(
  { path, span }: Finding['place'],
  key: string,
  literal: string,
  root: JsonObject,
  text: string,
  beside: string,
): ConfigChange | undefined {
  if (span) return isNull(text, span) ? { kind: 'value', span, literal } : undefined
  const before = memberOf(objectAt(root, path.slice(2, -1)), beside)
  return before && { kind: 'member', key, literal, before }
}

function isNull(text: string, { start, end }: Span): boolean {
  return text.slice(start, end) === 'null'
}

function objectAt(root: JsonNode, path: Finding['place']['path']): JsonNode | undefined {
  let node: JsonNode | undefined = root
  for (const step of path) {
    if (typeof step === 'number') node = node?.kind === 'array' ? node.elements[step] : undefined
    else node = memberOf(node, step)?.value
  }
  return node
}

/** Any spelling that Go takes for the key. */
function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.findLast(each => goFold(each.key.value) === goFold(key)) : undefined
}

/** The config as JSON; undefined where it is something else. */
export function configRoot(text: string): JsonObject | undefined {
  const reading = parseGoJson(text)
  return reading.kind === 'json' && reading.root.kind === 'object' ? reading.root : undefined
}
