import type { Network } from './network.ts'

/** The network attachment definitions that the engine may look at. Synchronous: whoever feeds it does the waiting. */
export interface Catalogue {
  get(namespace: string, name: string): Network | undefined
  /**
   * Those of one namespace, in no particular order; the same array until one of them changes.
   *
   * @param use what the answer is for; by default it decides
   */
  list(namespace: string, use?: ListUse): readonly Network[]
  /** Why a list of this namespace does not say all. Absent or undefined: it does. */
  gap?(namespace: string): CatalogueGap | undefined
}

/** `suggest`: it makes a message more helpful, which is right without it. An incomplete list will do. */
export type ListUse = 'decide' | 'suggest'

/**
 * - `left-out`: by a setting, so its networks will never be known
 * - `not-read`: not yet, or not any more
 */
export interface CatalogueGap {
  readonly kind: 'left-out' | 'not-read'
  /** For a person: `the networks have not been read yet: ...`. */
  readonly why: string
}
