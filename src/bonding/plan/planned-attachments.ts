import type { Catalogue } from '../catalogue.ts'
import { bondLabel, foreignAnnotations } from '../keys.ts'
import { type NetworkKey, networkText } from '../network-key.ts'
import { effectiveInterface, type NetworkElement } from '../networks-annotation.ts'
import type { PlannedAttachment } from '../planned-pod.ts'
import type { Pod } from '../pod.ts'
import type { Merge } from './merge-attachments.ts'
import { defaultInterface } from './name-bonds.ts'
import type { AuthorsWords } from './read-annotations.ts'

/** The final list: the author's elements in their order, then ours. */
export function planAttachments(
  pod: Pod,
  author: AuthorsWords,
  merge: Merge,
  catalogue: Catalogue,
): readonly PlannedAttachment[] {
  const view = (element: NetworkElement): PlannedAttachment =>
    fromElement(element, merge.names.get(element.index), pod, catalogue)
  const authors = author.networks?.elements.map(view) ?? []
  const ours = merge.added.map((attachment, offset): PlannedAttachment => ({
    index: authors.length + offset,
    interface: attachment.interface,
    origin: 'added',
    explicit: true,
    ...identity(attachment, pod, catalogue),
    mac: undefined,
    ips: [],
    place: { path: ['metadata', 'labels', bondLabel] },
  }))
  return [...authors, ...ours]
}

/** What stands in for the cluster's default network. Its interface is the runtime's unless the pod renames it. */
export function planDefaultNetwork(
  pod: Pod,
  author: AuthorsWords,
  catalogue: Catalogue,
): PlannedAttachment | undefined {
  const element = author.defaultNetwork
  if (!element) return undefined
  return {
    ...fromElement(element, undefined, pod, catalogue),
    interface: element.interface || defaultInterface,
    place: { path: ['metadata', 'annotations', foreignAnnotations.defaultNetwork], span: element.span },
  }
}

function fromElement(
  element: NetworkElement,
  given: string | undefined,
  pod: Pod,
  catalogue: Catalogue,
): PlannedAttachment {
  return {
    index: element.index,
    interface: given ?? effectiveInterface(element),
    origin: given === undefined ? 'author' : 'named',
    explicit: given !== undefined || element.interface !== '',
    ...identity(element, pod, catalogue),
    mac: element.mac,
    ips: element.ips ?? [],
    place: { path: ['metadata', 'annotations', foreignAnnotations.networks], span: element.span },
  }
}

function identity(
  { namespace, name }: NetworkKey,
  pod: Pod,
  catalogue: Catalogue,
): Pick<PlannedAttachment, 'namespace' | 'name' | 'text' | 'network'> {
  const text = networkText({ namespace, name }, pod.namespace)
  return { namespace, name, text, network: catalogue.get(namespace, name) }
}
