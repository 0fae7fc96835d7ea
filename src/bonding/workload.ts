import type { Finding, ObjectReference } from './finding.ts'
import { fieldsOf } from './json-fields.ts'
import type { Path } from './place.ts'
import { type Pod, readPod } from './pod.ts'

const template = ['spec', 'template'] as const

/** Where pods stand in objects. By API group as well: a Job of another group is somebody else's. */
const holders = [
  { group: '', kind: 'Pod', path: [] },
  { group: '', kind: 'ReplicationController', path: template },
  { group: '', kind: 'PodTemplate', path: ['template'] },
  { group: 'apps', kind: 'Deployment', path: template },
  { group: 'apps', kind: 'StatefulSet', path: template },
  { group: 'apps', kind: 'DaemonSet', path: template },
  { group: 'apps', kind: 'ReplicaSet', path: template },
  { group: 'batch', kind: 'Job', path: template },
  { group: 'batch', kind: 'CronJob', path: ['spec', 'jobTemplate', ...template] },
  { group: 'apps.openshift.io', kind: 'DeploymentConfig', path: template },
] as const

/** A pod, or an object from whose template a controller makes pods. */
export type PodHolderKind = (typeof holders)[number]['kind']

export interface PodHolder {
  readonly kind: PodHolderKind
  /** From the object to the pod in it; empty for a pod. */
  readonly path: Path
}

/** How objects of an API group and kind hold a pod; undefined for those that hold none. */
export function podHolder(group: string, kind: string): PodHolder | undefined {
  return holders.find(holder => holder.group === group && holder.kind === kind)
}

/** A pod and the object that holds it, which may be itself. */
export interface HeldPod {
  readonly pod: Pod
  readonly path: Path
  /** What findings about the pod are told on. */
  readonly reference: ObjectReference
}

/**
 * Reads the pod that an object holds, as it will be when it is created.
 *
 * @param namespace for objects that name none
 * @returns undefined for what the API server itself refuses, or makes no labelled pod of (a template without metadata)
 */
export function readHeldPod(object: unknown, holder: PodHolder, namespace: string): HeldPod | undefined {
  const pod = readPod(fieldAt(object, holder.path), namespace)
  if (!pod || holder.path.length === 0) return pod && { pod, path: holder.path, reference: pod.reference }
  const reference = referenceOf(object, holder, namespace)
  const own = { namespace: reference.namespace, name: reference.name }
  // Controllers make pods in their own namespace, whatever the template says (kubernetes pkg/controller/controller_utils.go).
  return { pod: { ...pod, namespace: own.namespace, reference: { kind: 'Pod', ...own } }, path: holder.path, reference }
}

/** An object from whose template pods are made, for rules about what stands around the template. */
export interface Workload {
  readonly reference: ObjectReference
  /** From the object to its template. */
  readonly path: Path
  /** What stands at a path of the object. */
  at(path: Path): unknown
}

/**
 * @param object as it was sent, or decoded from a file
 * @param namespace for objects that name none
 * @returns undefined for a pod, which has no template
 */
export function readWorkload(object: unknown, holder: PodHolder, namespace: string): Workload | undefined {
  if (holder.path.length === 0) return undefined
  return { reference: referenceOf(object, holder, namespace), path: holder.path, at: path => fieldAt(object, path) }
}

/** A finding about a pod as one about the object that its author wrote: at the workload's own path. */
export function toldOnHolder(finding: Finding, { reference, path }: HeldPod): Finding {
  if (finding.object.kind !== 'Pod') return finding
  const { place } = finding
  return { ...finding, object: reference, place: { ...place, path: [...path, ...place.path] } }
}

/** The template of a workload, as it was sent. */
export function templateOf(object: unknown, { path }: PodHolder): unknown {
  return fieldAt(object, path)
}

function ownField(value: unknown, step: string | number): unknown {
  const fields = fieldsOf(value)
  return fields && Object.hasOwn(fields, step) ? fields[step] : undefined
}

function referenceOf(object: unknown, { kind }: PodHolder, namespace: string): ObjectReference {
  const metadata = fieldsOf(fieldsOf(object)?.['metadata'])
  return { kind, namespace: text(metadata?.['namespace']) || namespace, name: nameIn(metadata) }
}

/** What stands at a path of a decoded object. */
function fieldAt(object: unknown, path: Path): unknown {
  return path.reduce((value, step) => ownField(value, step), object)
}

function nameIn(metadata: ReturnType<typeof fieldsOf>): string {
  return text(metadata?.['name']) || text(metadata?.['generateName'])
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
