import { goFold } from '../../go-fold.ts'
import { parseGoJson } from '../../go-json.ts'
import { foreignAnnotations } from '../../keys.ts'
import { expressibleInCommaForm } from '../../networks-annotation/edit.ts'
import { findJsonMark } from '../../networks-annotation/form.ts'
import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { podAnnotation } from '../../pod.ts'

/** Longer texts are cut where a finding is shown, and half a list is worse than none. */
const longest = 400

/** Does the author write the JSON form? */
export function writesJson({ pod }: PlannedPod, key: string = foreignAnnotations.networks): boolean {
  return findJsonMark(podAnnotation(pod, key) ?? '') !== undefined
}

/** An element in the form that the author's annotation has, under that interface name; everything else in it stays. */
export function elementText(pod: PlannedPod, attachment: PlannedAttachment, interfaceName: string): string {
  const [, , key] = attachment.place.path
  if (attachment.origin !== 'added' && typeof key === 'string' && writesJson(pod, key)) {
    const { start = 0, end = 0 } = attachment.place.span ?? {}
    const named = jsonNamed((podAnnotation(pod.pod, key) ?? '').slice(start, end), interfaceName)
    if (named !== undefined) return named
  }
  if (attachment.origin === 'added' && writesJson(pod)) return newJson(pod, attachment, interfaceName)
  return `${attachment.text}@${interfaceName}`
}

/**
 * The whole networks annotation with these attachments in this order, each with the name that it will have; ready to
 * be pasted. undefined where it is too long for a message.
 */
export function listText(pod: PlannedPod, attachments: readonly PlannedAttachment[]): string | undefined {
  const json = writesJson(pod) || !attachments.every(each => inCommaForm(pod, each))
  const pieces = attachments.map(each =>
    json && !writesJson(pod) ? newJson(pod, each, each.interface) : elementText(pod, each, each.interface),
  )
  const text = json ? `[${pieces.join(',')}]` : pieces.join(',')
  return text.length <= longest ? text : undefined
}

/** The fix that sets it. */
export function setNetworks(text: string): string {
  return `Set ${foreignAnnotations.networks}: ${text}`
}

function inCommaForm({ pod }: PlannedPod, { namespace, name, interface: interfaceName }: PlannedAttachment): boolean {
  const own = namespace === pod.namespace
  return expressibleInCommaForm({ ...(own ? {} : { namespace }), name, interface: interfaceName })
}

function newJson({ pod }: PlannedPod, { namespace, name }: PlannedAttachment, interfaceName: string): string {
  return JSON.stringify({ name, ...(namespace === pod.namespace ? {} : { namespace }), interface: interfaceName })
}

/** Of a key that comes twice the last one wins, but nobody would write it so: the old name is left out. */
function jsonNamed(source: string, interfaceName: string): string | undefined {
  const reading = parseGoJson(source)
  if (reading.kind !== 'json' || reading.root.kind !== 'object') return undefined
  const kept = reading.root.members
    .filter(({ key }) => !['interface', 'interfaceRequest'].some(name => goFold(name) === goFold(key.value)))
    .map(({ key, value }) => source.slice(key.start, value.end))
  return `{${[...kept, `"interface":${JSON.stringify(interfaceName)}`].join(',')}}`
}
