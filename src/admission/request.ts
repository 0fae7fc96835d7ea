/** What this program reads of an AdmissionRequest (admission.k8s.io/v1). Absent texts are empty, as in Go. */
export interface AdmissionRequest {
  readonly uid: string
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT'
  readonly kind: { readonly group: string; readonly version: string; readonly kind: string }
  /** `status`, `binding`, `ephemeralcontainers`, ...; empty for the object itself. */
  readonly subResource: string
  /** Empty while the object has no name yet. */
  readonly name: string
  readonly namespace: string
  readonly dryRun: boolean
  readonly object: unknown
  readonly oldObject: unknown
}

/** Kind, place and name of the object in question, for the log. Nothing else of it may go there. */
export interface Subject {
  readonly kind: string
  readonly namespace: string
  readonly name?: string
  readonly generateName?: string
}

export function subjectOf(request: AdmissionRequest): Subject {
  const { kind, namespace, name } = request
  const named = name || metadataText(request.object, 'name')
  const about = { kind: kind.kind, namespace }
  return named === ''
    ? { ...about, generateName: metadataText(request.object, 'generateName') }
    : { ...about, name: named }
}

function metadataText(object: unknown, key: 'name' | 'generateName'): string {
  if (typeof object !== 'object' || object === null || !('metadata' in object)) return ''
  const { metadata } = object
  if (typeof metadata !== 'object' || metadata === null || !(key in metadata)) return ''
  const value: unknown = Reflect.get(metadata, key)
  return typeof value === 'string' ? value : ''
}
