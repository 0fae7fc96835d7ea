import {
  type NameSlot,
  type NetworkElement,
  type NetworksList,
  readNetworksAnnotation,
} from '../networks-annotation.ts'

/** An attachment to append. Without `namespace` it is the pod's own (an isolation webhook refuses it spelled out). */
export interface Attachment {
  readonly namespace?: string
  readonly name: string
  readonly interface: string
}

export interface AnnotationEdit {
  /** Interface names for elements that have none, by index. */
  readonly names: ReadonlyMap<number, string>
  readonly append: readonly Attachment[]
}

export type EditedAnnotation =
  /** Every byte of the author's stays where it was; text was only inserted. */
  | { readonly kind: 'edited'; readonly text: string }
  /** The author wrote the comma form, and it cannot name that network or interface (a dot in the name, for example). */
  | { readonly kind: 'not-expressible'; readonly attachment: Attachment }

interface Insertion {
  readonly offset: number
  readonly text: string
}

/**
 * Writes interface names and further attachments into the author's list.
 *
 * @param list what the author wrote; undefined or empty gives the comma form, or JSON where that cannot express it
 * @throws RangeError for a name for an element that does not exist or has one already: the caller's defect
 */
export function editNetworksAnnotation(list: NetworksList | undefined, edit: AnnotationEdit): EditedAnnotation {
  if (list === undefined || list.text === '') return { kind: 'edited', text: newList(edit.append) }
  const insertions = Array.from(edit.names, ([index, name]) => nameInsertion(slotOf(list, index), name))
  const attachment = list.syntax === 'comma' ? inexpressible(list.elements, edit) : undefined
  if (attachment) return { kind: 'not-expressible', attachment }
  if (edit.append.length > 0) insertions.push(appendInsertion(list, edit.append))
  return { kind: 'edited', text: insert(list.text, insertions) }
}

/** Would Multus read the attachment's comma form back as it is? Not with a dot in the name, or a comma in the interface. */
export function expressibleInCommaForm(attachment: Attachment): boolean {
  const list = readNetworksAnnotation(commaForm(attachment), '')
  if (list.kind === 'unreadable' || list.syntax !== 'comma') return false
  const [element] = list.elements
  return (
    element?.name === attachment.name &&
    element.namespace === (attachment.namespace ?? '') &&
    element.interface === attachment.interface
  )
}

function inexpressible(elements: readonly NetworkElement[], edit: AnnotationEdit): Attachment | undefined {
  const named = elements.flatMap(({ index, namespace, name }) => {
    const interfaceName = edit.names.get(index)
    return interfaceName === undefined ? [] : [{ namespace, name, interface: interfaceName }]
  })
  return [...named, ...edit.append].find(attachment => !expressibleInCommaForm(attachment))
}

function newList(attachments: readonly Attachment[]): string {
  if (attachments.every(expressibleInCommaForm)) return attachments.map(commaForm).join(',')
  return `[${attachments.map(jsonForm).join(',')}]`
}

function commaForm({ namespace, name, interface: interfaceName }: Attachment): string {
  return `${namespace === undefined ? '' : `${namespace}/`}${name}@${interfaceName}`
}

function jsonForm({ namespace, name, interface: interfaceName }: Attachment): string {
  return JSON.stringify({ name, ...(namespace !== undefined && { namespace }), interface: interfaceName })
}

function slotOf(list: NetworksList, index: number): NameSlot {
  const slot = list.elements[index]?.slot
  if (!slot) throw new RangeError(`element ${index} takes no interface name`)
  return slot
}

function nameInsertion({ kind, start }: NameSlot, name: string): Insertion {
  switch (kind) {
    case 'behind-name':
      return { offset: start, text: `@${name}` }
    case 'behind-at':
      return { offset: start, text: name }
    case 'member':
      return { offset: start, text: `,"interface":${JSON.stringify(name)}` }
  }
}

function appendInsertion({ syntax, text, elements }: NetworksList, attachments: readonly Attachment[]): Insertion {
  const pieces = attachments.map(syntax === 'comma' ? commaForm : jsonForm).join(',')
  const last = elements.at(-1)
  // An empty list is `[]` with blanks in and around it.
  return last ? { offset: last.span.end, text: `,${pieces}` } : { offset: text.indexOf('[') + 1, text: pieces }
}

/** Insertions at the same offset keep their order: a name goes before what is appended behind it. */
function insert(text: string, insertions: readonly Insertion[]): string {
  let edited = ''
  let copied = 0
  for (const insertion of insertions.toSorted((a, b) => a.offset - b.offset)) {
    edited += text.slice(copied, insertion.offset) + insertion.text
    copied = insertion.offset
  }
  return edited + text.slice(copied)
}
