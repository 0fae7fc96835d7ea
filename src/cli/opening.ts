/** Something that was opened and must be closed again; or why it could not be, in sentences. */
export type Opening<T extends { readonly close: () => void | Promise<void> }> =
  { readonly kind: 'open'; readonly opened: T } | { readonly kind: 'failed'; readonly problems: readonly string[] }

export function failed(...problems: readonly string[]): {
  readonly kind: 'failed'
  readonly problems: readonly string[]
} {
  return { kind: 'failed', problems }
}
