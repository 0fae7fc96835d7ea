import type { Network } from './network.ts'

/** The network attachment definitions that the engine may look at. Synchronous: whoever feeds it does the waiting. */
export interface Catalogue {
  get(namespace: string, name: string): Network | undefined
  /** Those of one namespace, in no particular order; the same array until one of them changes. */
  list(namespace: string): readonly Network[]
}
