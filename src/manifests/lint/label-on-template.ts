import type { Finding } from '../../bonding/finding.ts'
import { bondLabel } from '../../bonding/keys.ts'
import { formatPath, type Path } from '../../bonding/place.ts'
import { holderOf } from '../content/holder-of.ts'
import { nodeAt } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'

/** What is told of it, besides the place. Only files show it: the webhook never sees such a workload. */
export const labelOnTemplate = {
  rule: 'label-on-template',
  severity: 'error',
  certainty: 'silently-defeated',
  why: 'The webhook is asked about pods, and a pod gets the labels of the template it is made from, not those of the object around it: nothing happens, and nobody says so.',
} as const

/** A workload that has the label around its template, as a label or an annotation, while the template has none. */
export function labelAroundTemplate(object: ManifestObject, namespace: string): readonly Finding[] {
  const holder = holderOf(object)
  if (!holder) return []
  const labels = [...holder.path, 'metadata', 'labels']
  if (nodeAt(object.node, [...labels, bondLabel]) !== undefined) return []
  const path = aroundPaths(holder.path).find(each => nodeAt(object.node, each) !== undefined)
  if (path === undefined) return []
  const { rule, severity, certainty, why } = labelOnTemplate
  return [
    {
      rule,
      severity,
      certainty,
      object: { kind: holder.kind, namespace: object.namespace ?? namespace, name: object.name ?? '' },
      place: { path },
      reason: 'FieldValueInvalid',
      message: 'outside the template of the pods, where it has no effect',
      why,
      fix: `Move it to ${formatPath(labels)}`,
    },
  ]
}

/** Where it could stand: on the object, and on what is between it and the pod (the template of a CronJob's jobs). */
function aroundPaths(template: Path): readonly Path[] {
  return template.flatMap((_, length) =>
    ['labels', 'annotations'].map(key => [...template.slice(0, length), 'metadata', key, bondLabel]),
  )
}
