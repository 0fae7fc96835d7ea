import type { ServedPair } from '../certs/served-pair.ts'
import type { NetworkCounts } from '../cluster/cluster-networks.ts'
import type { Connections } from './connections.ts'
import type { Readiness } from './readiness.ts'

/** What others know and count, looked at for each scrape. What is absent is not exported. */
export interface MetricsSource {
  readonly networks?: () => NetworkCounts
  /** When the authority that clients trust ends. */
  readonly authorityNotAfter?: () => Date | undefined
}

export interface MetricsOptions {
  readonly version: string
  readonly served: ServedPair
  readonly connections: Connections
  readonly readiness: Readiness
  readonly source: MetricsSource
}
