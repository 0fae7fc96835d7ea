/** The one kind of RFC 6902 operation that injection needs: `add` also replaces an object's member. */
export interface PatchOperation {
  readonly op: 'add' | 'replace'
  readonly path: string
  readonly value: unknown
}

/** A key as one step of a JSON Pointer (RFC 6901): `~` first, then `/`. */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
