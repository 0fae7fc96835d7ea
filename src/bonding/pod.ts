import type { ObjectReference } from './finding.ts'
import { type Fields, fieldsOf, isFields } from './json-fields.ts'
import { foreignAnnotations } from './keys.ts'

/** A container that can hold device requests, or an ordinary init container, which cannot. */
export interface Container {
  readonly name: string
  /** A sidecar is an init container that restarts always: it lives as long as the pod and its requests count. */
  readonly kind: 'container' | 'sidecar' | 'init'
  /** JSON Pointer to the container. */
  readonly pointer: string
  readonly hasResources: boolean
  /** Quantities as they came; undefined where the map is missing or null. */
  readonly requests: Fields | undefined
  readonly limits: Fields | undefined
}

/** What the engine reads of a pod. The object itself is neither cloned nor kept. */
export interface Pod {
  /** Named by generateName where it has no name yet. */
  readonly reference: ObjectReference & { readonly kind: 'Pod' }
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
  /** undefined where the pod has no annotations at all. */
  readonly annotations: Readonly<Record<string, string>> | undefined
  readonly hostNetwork: boolean
  /** The API server's image of a static pod: the kubelet has started it already. */
  readonly mirror: boolean
  readonly containers: readonly Container[]
}

/**
 * Reads a pod as it comes in an AdmissionReview or from a file.
 *
 * @param requestNamespace the namespace of the request: the object may name none yet
 * @returns undefined for an object that the API server itself refuses (no containers, labels that are not text)
 */
export function readPod(object: unknown, requestNamespace: string): Pod | undefined {
  const spec = fieldsOf(fieldsOf(object)?.['spec'])
  const metadata = fieldsOf(fieldsOf(object)?.['metadata'])
  if (!spec || !metadata) return undefined
  const labels = texts(metadata['labels'])
  const annotations = texts(metadata['annotations'])
  const containers = readContainers(spec)
  if (labels === 'refused' || annotations === 'refused' || !containers) return undefined
  const namespace = text(metadata['namespace']) || requestNamespace
  return {
    reference: { kind: 'Pod', namespace, name: text(metadata['name']) || text(metadata['generateName']) },
    namespace,
    labels: labels ?? {},
    annotations,
    hostNetwork: spec['hostNetwork'] === true,
    mirror: annotations !== undefined && Object.hasOwn(annotations, foreignAnnotations.mirror),
    containers,
  }
}

/** An annotation of the pod; undefined where it is absent (an own property only: `constructor` is no annotation). */
export function podAnnotation(pod: Pod, key: string): string | undefined {
  return pod.annotations && Object.hasOwn(pod.annotations, key) ? pod.annotations[key] : undefined
}

function readContainers(spec: Fields): readonly Container[] | undefined {
  const regular = spec['containers']
  const init = spec['initContainers'] ?? []
  if (!Array.isArray(regular) || regular.length === 0 || !Array.isArray(init)) return undefined
  const containers = [
    ...regular.map((item: unknown, index) => readContainer(item, `/spec/containers/${index}`, false)),
    ...init.map((item: unknown, index) => readContainer(item, `/spec/initContainers/${index}`, true)),
  ]
  return containers.every(container => container !== undefined) ? containers : undefined
}

function readContainer(item: unknown, pointer: string, init: boolean): Container | undefined {
  const container = fieldsOf(item)
  if (!container) return undefined
  const resources = fieldsOf(container['resources'])
  return {
    name: text(container['name']),
    kind: !init ? 'container' : container['restartPolicy'] === 'Always' ? 'sidecar' : 'init',
    pointer,
    hasResources: resources !== undefined,
    requests: fieldsOf(resources?.['requests']),
    limits: fieldsOf(resources?.['limits']),
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: unknown): Readonly<Record<string, string>> | undefined | 'refused' {
  if (value === undefined || value === null) return undefined
  if (isTexts(value)) return value
  const decoded = isFields(value) ? withoutNulls(value) : undefined
  return isTexts(decoded) ? decoded : 'refused'
}

/** Go decodes a null among texts as an empty text; only files hold such nulls: `cni-args: null`, or a bare key. */
function withoutNulls(texts: Fields): Fields {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? '']))
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every(item => typeof item === 'string')
}
