import type { ApiFailure } from './api-failure.ts'

/** A network attachment definition as the API server sends it, checked for what is read of it. */
export interface WireNetwork {
  readonly namespace: string
  readonly name: string
  readonly resourceVersion: string
  readonly annotations: Readonly<Record<string, string>>
  readonly config: string | undefined
}

export interface NetworkPage {
  readonly networks: readonly WireNetwork[]
  readonly resourceVersion: string
  /** Where the next page begins; absent on the last one. */
  readonly next?: string
}

export type WatchEvent =
  | { readonly kind: 'set'; readonly network: WireNetwork }
  | { readonly kind: 'removed'; readonly network: WireNetwork }
  /** Nothing changed up to this version: the API server is still there. */
  | { readonly kind: 'bookmark'; readonly resourceVersion: string }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }

/** What the catalogue needs of an API server. Nothing outside the file that implements it knows the client library. */
export interface NetworksApi {
  /** One page of a namespace, or of all. Rejects with an `ApiFailure`. */
  list(namespace: string | undefined, from: string | undefined): Promise<NetworkPage>
  /** Resolves when the API server ends the watch as agreed; rejects with an `ApiFailure` otherwise. */
  watch(
    namespace: string | undefined,
    resourceVersion: string,
    event: (event: WatchEvent) => void,
    signal: AbortSignal,
  ): Promise<void>
  /** undefined: it is not there. Rejects with an `ApiFailure`. */
  get(namespace: string, name: string, signal: AbortSignal): Promise<WireNetwork | undefined>
}
