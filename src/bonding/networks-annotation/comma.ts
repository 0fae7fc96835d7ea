import type { Span } from '../go-json.ts'
import { goTrimSpace, goTrimSpan, utf8Length } from '../go-text.ts'
import { longestInterfaceName } from '../interface-name.ts'
import type { NameSlot, NetworkElement, NetworksList, UnreadableList } from '../networks-annotation.ts'
import { explainNameless, explainPiece, type Forms } from './comma-problem.ts'

/** Namespaces and names: one DNS label each, of any length. */
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
/** What strings.ContainsAny is asked for; other blanks of Unicode pass here, and fail in libcni. */
const blankInInterface = /[ \t\n\v\f\r]/

/** What a piece between two commas names; '' where it does not. */
export interface PieceParts {
  readonly namespace: string
  readonly name: string
  readonly interface: string
}

/** Why Multus refuses a piece. */
export type PieceFault =
  { readonly kind: 'slashes' | 'ats' } | { readonly kind: keyof PieceParts; readonly parts: PieceParts }

/** Reads `[namespace/]name[@interface], ...`. The first faulty piece decides; only then the first one without a name. */
export function readCommaForm(text: string, podNamespace: string, forms: Forms): NetworksList | UnreadableList {
  const elements: NetworkElement[] = []
  for (let start = 0; text !== '' && start <= text.length;) {
    const comma = text.indexOf(',', start)
    const end = comma < 0 ? text.length : comma
    const span = goTrimSpan(text, start, end)
    const element = readPiece(text, span, elements.length, podNamespace)
    if ('kind' in element) return explainPiece(text, span, element, forms)
    elements.push(element)
    start = end + 1
  }
  const nameless = elements.find(element => element.name === '')
  return nameless ? explainNameless(text, nameless, elements.length) : { kind: 'list', syntax: 'comma', text, elements }
}

/** Multus splits at `/` before it looks for `@`: `a@b/c` has the namespace `a@b`, which is none. */
function readPiece(text: string, span: Span, index: number, podNamespace: string): NetworkElement | PieceFault {
  const piece = text.slice(span.start, span.end)
  const slash = piece.indexOf('/')
  if (slash >= 0 && piece.includes('/', slash + 1)) return { kind: 'slashes' }
  const at = piece.indexOf('@', slash + 1)
  if (at >= 0 && piece.includes('@', at + 1)) return { kind: 'ats' }

  const parts = {
    namespace: goTrimSpace(piece.slice(0, Math.max(slash, 0))),
    name: goTrimSpace(piece.slice(slash + 1, at < 0 ? undefined : at)),
    interface: at < 0 ? '' : goTrimSpace(piece.slice(at + 1)),
  }
  const faulty = faultyPart(parts)
  if (faulty) return { kind: faulty, parts }

  const element = { index, ...parts, namespace: parts.namespace || podNamespace, span }
  if (parts.interface !== '') return element
  const slot: NameSlot =
    at < 0 ? { kind: 'behind-name', start: span.end } : { kind: 'behind-at', start: span.start + at + 1 }
  return { ...element, slot }
}

function faultyPart({ namespace, name, interface: interfaceName }: PieceParts): keyof PieceParts | undefined {
  if (namespace !== '' && !label.test(namespace)) return 'namespace'
  if (name !== '' && !label.test(name)) return 'name'
  const refused = blankInInterface.test(interfaceName) || utf8Length(interfaceName) > longestInterfaceName
  return refused ? 'interface' : undefined
}
