import type { Severity } from '../../bonding/finding.ts'
import { bondLabel } from '../../bonding/keys.ts'
import type { Path } from '../../bonding/place.ts'
import { readHeldPod } from '../../bonding/workload.ts'
import { type ManifestNode, nodeAt } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { type ManifestProblem, problemAt } from '../manifest-problem.ts'
import { holderOf } from './holder-of.ts'

/**
 * What keeps the label from doing anything, and what keeps the labelled from being made at all. Without the label,
 * nothing is ours to say.
 */
export function heldPodProblems(objects: readonly ManifestObject[]): readonly ManifestProblem[] {
  return objects.flatMap(object => {
    const holder = holderOf(object)
    if (!holder) return unknownHolder(object)
    const label = labelAt(object, holder.path)
    if (label === undefined) return []
    if (!readHeldPod(object.value, holder, '')) return [problem(object, label, unreadable, 'warning')]
    const named = [
      ['metadata', 'name'],
      ['metadata', 'generateName'],
    ].some(path => isWritten(nodeAt(object.node, path)))
    return named ? [] : [problem(object, nodeAt(object.node, ['metadata']) ?? object.node, nameless, 'error')]
  })
}

const unreadable = {
  message: `${bondLabel} stands here, but the API server refuses this pod: it has no containers, or labels or annotations that are no text`,
  fix: 'Correct that first; until then it is left as it is',
}

const nameless = {
  message: 'the object has no name, and the API server refuses it',
  fix: 'Give it a metadata.name',
}

/** A label in an object of which nobody here knows how it holds pods, or whether. */
function unknownHolder(object: ManifestObject): readonly ManifestProblem[] {
  const { apiVersion, kind } = object
  const label = labelAt(object, ['spec', 'template']) ?? (isPod(object) ? labelAt(object, []) : undefined)
  if (label === undefined) return []
  const message = `${bondLabel} stands here, but ${kind} of ${apiVersion} is not known as an object that holds pods, and is left as it is`
  const fix = 'Check apiVersion and kind; if they are right, the webhook completes the pods when they are made'
  return [problem(object, label, { message, fix }, 'warning')]
}

function isPod({ kind }: ManifestObject): boolean {
  return kind.toLowerCase() === 'pod'
}

function labelAt(object: ManifestObject, path: Path): ManifestNode | undefined {
  return nodeAt(object.node, [...path, 'metadata', 'labels', bondLabel])
}

function isWritten(node: ManifestNode | undefined): boolean {
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== ''
}

function problem(
  { source }: ManifestObject,
  { start }: ManifestNode,
  said: { readonly message: string; readonly fix: string },
  severity: Severity,
): ManifestProblem {
  return problemAt(source, { cause: 'object', offset: start, ...said }, severity)
}
