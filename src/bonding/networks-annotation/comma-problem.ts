import type { Span } from '../go-json.ts'
import { utf8Length } from '../go-text.ts'
import { longestInterfaceName } from '../interface-name.ts'
import type { NetworkElement, UnreadableList } from '../networks-annotation.ts'
import type { PieceFault, PieceParts } from './comma.ts'
import { oneLine, quote } from './quote.ts'

/** May the author change over to the JSON form, which can name more? */
export type Forms = 'or-json' | 'comma-only'

interface Words {
  readonly found: string
  readonly fix: string
}

const grammar = '[namespace/]name[@interface]'
const plainLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const plainNetwork = /^(?:[a-z0-9][-a-z0-9]*\/)?[a-z0-9][-a-z0-9]*(?:@[-.\w]+)?$/

/** Says in plain words why Multus refuses a piece. */
export function explainPiece(text: string, span: Span, fault: PieceFault, forms: Forms): UnreadableList {
  const piece = text.slice(span.start, span.end)
  const words = explainBlank(piece) ?? explainFault(piece, fault, forms)
  return { kind: 'unreadable', stage: 'parse', span, ...words, multus: multusSays(fault) }
}

/** An element without a name: Multus reads it, but there is no network that it could find. */
export function explainNameless(text: string, element: NetworkElement, count: number): UnreadableList {
  const { index, namespace, span } = element
  return {
    kind: 'unreadable',
    stage: 'lookup',
    span,
    ...explainMissingName(text.slice(span.start, span.end), index, count),
    multus: `cannot find a network-attachment-definition () in namespace (${oneLine(namespace)})`,
  }
}

function explainMissingName(piece: string, index: number, count: number): Words {
  if (piece !== '') {
    return {
      found: `${quote(piece)} names no network, expected ${grammar}`,
      fix: 'Write the name of a network attachment definition there, or remove this element',
    }
  }
  if (count === 1) return { found: 'names no network, only blanks', fix: 'Name a network, or remove the annotation' }
  const place =
    index === 0 ? 'before the first comma' : index === count - 1 ? 'behind the last comma' : 'between two commas'
  return { found: `no network is named ${place}`, fix: 'Remove the comma that is too many' }
}

/** A blank in the middle of a word is mostly a comma that was forgotten, whatever else Multus stumbles over. */
function explainBlank(piece: string): Words | undefined {
  if (!/[^\s/@]\s+[^\s/@]/.test(piece)) return undefined
  const blank = /[\r\n]/.test(piece) ? 'a line break' : 'a blank'
  const found = `${quote(piece)} has ${blank} inside, but only a comma separates networks`
  const networks = separated(piece)
  return {
    found,
    fix: networks ? `Write ${networks}` : 'Separate networks with commas, and leave no blank inside a name',
  }
}

/** The piece with commas for blanks; undefined where that gives no list, or is not clearly what the author meant. */
function separated(piece: string): string | undefined {
  // Replacing blanks takes quadratic time, and nobody reads a longer line.
  if (piece.length > 120) return undefined
  // Blanks around "/" and "@" mean nothing.
  const parts = piece.replaceAll(/\s*([/@])\s*/g, '$1').split(/\s+/)
  const named = parts.filter(part => part.includes('@')).length
  // In `a@net 1` the blank may as well be one too many.
  const alike = named === 0 || named === parts.length
  return alike && parts.every(part => plainNetwork.test(part)) ? parts.join(',') : undefined
}

function explainFault(piece: string, fault: PieceFault, forms: Forms): Words {
  const fix = `Write it as ${grammar}`
  switch (fault.kind) {
    case 'slashes':
      return { found: `${quote(piece)} has more than one "/"`, fix: `${fix}; only "@" comes before an interface` }
    case 'ats':
      return { found: `${quote(piece)} has more than one "@"`, fix }
    case 'namespace':
      if (!fault.parts.namespace.includes('@')) return explainWord('namespace', fault.parts.namespace)
      return { found: `${quote(piece)} has "/" behind "@", but the interface comes last and has no "/"`, fix }
    case 'name':
      return explainDot(fault.parts, forms) ?? explainWord('network name', fault.parts.name)
    case 'interface':
      return explainLength(fault.parts.interface)
  }
}

/** Kubernetes allows dots in the name of a network attachment definition, the comma form does not. */
function explainDot({ namespace, name, interface: interfaceName }: PieceParts, forms: Forms): Words | undefined {
  if (!name.split('.').every(label => plainLabel.test(label))) return undefined
  const found = `network name ${quote(name)} has a dot, which the comma form cannot express`
  if (forms === 'comma-only') return { found, fix: 'Name a network without a dot: this annotation has no other form' }
  const element = { name, ...(namespace && { namespace }), ...(interfaceName && { interface: interfaceName }) }
  return {
    found,
    fix: `Write the whole list in the JSON form, where this element is ${oneLine(JSON.stringify(element))}`,
  }
}

function explainWord(what: string, word: string): Words {
  if (/^['`‘’“”]|['`‘’“”]$/.test(word)) {
    return { found: `${what} ${quote(word)} has quotes around it, which count as part of it`, fix: 'Remove the quotes' }
  }
  const lower = word.toLowerCase()
  if (plainLabel.test(lower))
    return { found: `${what} ${quote(word)} has upper case letters`, fix: `Write ${oneLine(lower)}` }
  const odd = Array.from(word).find(character => !/[-a-zA-Z0-9]/.test(character))
  return {
    found: `${what} ${quote(word)} ${odd === undefined ? 'begins or ends with "-"' : `has the character ${quote(odd)}`}`,
    fix: 'Use lower case letters, digits and "-" only, and a letter or digit at both ends',
  }
}

function explainLength(interfaceName: string): Words {
  const bytes = utf8Length(interfaceName)
  return {
    found: `interface name ${quote(interfaceName)} has ${bytes} bytes, at most ${longestInterfaceName} are possible`,
    fix: 'Choose a shorter interface name',
  }
}

/** The part of Multus's words that does not repeat the author's. */
function multusSays({ kind }: PieceFault): string {
  switch (kind) {
    case 'slashes':
      return "Invalid network object (failed at '/')"
    case 'ats':
      return "Invalid network object (failed at '@')"
    case 'namespace':
    case 'name':
      return 'one or more items did not match comma-delimited format'
    case 'interface':
      return "Failed to parse interface name: must be less than 15 chars and not contain '/' or spaces"
  }
}
