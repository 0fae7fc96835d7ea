import type { Catalogue, CatalogueGap } from '../bonding/catalogue.ts'
import type { NetworkKey } from '../bonding/network-key.ts'
import type { Retry } from './back-off.ts'
import { type FollowState, NetworksFollower } from './follow-networks.ts'
import { LiveLookUp, type LookUpCounts } from './live-look-up.ts'
import { NetworkStore } from './network-store.ts'
import { ReadAgain } from './read-again.ts'
import type { NetworksApi } from './networks-api.ts'

export interface ClusterNetworksOptions {
  readonly api: NetworksApi
  /** The namespaces to look at; empty: all. */
  readonly namespaces: readonly string[]
  /** Seconds without a word from the API server after which what is known counts as old. */
  readonly staleAfter: number
  readonly now: () => number
  readonly retry: Retry
  readonly changed: (state: FollowState) => void
}

/** What `/readyz` says about the catalogue. */
export interface CatalogueCondition {
  readonly ok: boolean
  readonly message: string
}

/** What a metric tells of the catalogue. Counts are since the start. */
export interface NetworkCounts {
  readonly known: number
  /** Seconds since the API server last said anything; undefined before it did. */
  readonly age: number | undefined
  /** Complete lists that were begun. */
  readonly lists: number
  /** Watches that were opened. */
  readonly watches: number
  readonly lookUps: LookUpCounts
}

/** The network attachment definitions of a cluster, kept by list and watch. */
export class ClusterNetworks {
  readonly catalogue: Catalogue
  private readonly store: NetworkStore
  private readonly followers: readonly NetworksFollower[]
  private readonly live: LiveLookUp
  private readonly again: ReadAgain
  private readonly options: ClusterNetworksOptions
  private running: Promise<unknown> = Promise.resolve()

  constructor(options: ClusterNetworksOptions) {
    const { api, namespaces, now } = options
    this.options = options
    const heard = () => {
      for (const follower of this.followers) follower.contacted()
    }
    this.live = new LiveLookUp({ api, now, remember: { missing: 1_000, found: 5_000 }, heard })
    this.store = new NetworkStore((key, version) => {
      this.live.told(key, version)
    })
    this.catalogue = {
      get: (namespace, name) => this.store.table.get(namespace, name) ?? this.live.recent(namespace, name),
      list: namespace => this.store.table.list(namespace),
      gap: namespace => this.gapOf(namespace),
    }
    this.again = new ReadAgain(api, this.store, this.catalogue)
    const scopes: readonly (string | undefined)[] = namespaces.length === 0 ? [undefined] : namespaces
    this.followers = scopes.map(namespace => new NetworksFollower({ ...options, heard, store: this.store, namespace }))
  }

  start(): void {
    this.running = Promise.all(this.followers.map(follower => follower.run()))
  }

  async stop(): Promise<void> {
    for (const follower of this.followers) follower.stop()
    await this.running
  }

  /** Names outside the namespaces that are looked at are not asked for: the API server would not tell. */
  lookUp(keys: readonly NetworkKey[], signal: AbortSignal): Promise<boolean> {
    return this.live.lookUp(
      keys.filter(({ namespace }) => this.sees(namespace)),
      signal,
    )
  }

  /** See `LiveNetworks` of admission. */
  readAgain(namespaces: readonly string[], signal: AbortSignal): Promise<Catalogue | undefined> {
    const visible = namespaces.filter(namespace => this.sees(namespace))
    return this.again.catalogueWith(visible, signal)
  }

  condition(): CatalogueCondition {
    for (const { state } of this.followers) {
      const problem = this.problemOf(state)
      if (problem !== undefined) return { ok: false, message: problem }
    }
    const troubles = this.followers.flatMap(({ state }) => (state.trouble === undefined ? [] : [`; ${state.trouble}`]))
    const { namespaces } = this.options
    const where = namespaces.length === 0 ? '' : ` of ${namespaces.join(', ')} (--watch-namespace)`
    const known = `${this.store.table.size} network attachment definitions${where}, last heard of ${this.age()} s ago`
    return { ok: true, message: `${known}${troubles.join('')}` }
  }

  counts(): NetworkCounts {
    const heard = this.followers.every(({ state }) => state.lastContact !== undefined)
    const total = (count: (follower: NetworksFollower) => number) =>
      this.followers.reduce((sum, follower) => sum + count(follower), 0)
    return {
      known: this.store.table.size,
      age: heard ? this.age() : undefined,
      lists: total(({ begun }) => begun.lists),
      watches: total(({ begun }) => begun.watches),
      lookUps: this.live.counts,
    }
  }

  private sees(namespace: string): boolean {
    const { namespaces } = this.options
    return namespaces.length === 0 || namespaces.includes(namespace)
  }

  private gapOf(namespace: string): CatalogueGap | undefined {
    const follower = this.followers.find(({ state }) => state.namespace === undefined || state.namespace === namespace)
    if (!follower) return { kind: 'left-out', why: '--watch-namespace leaves it out' }
    if (follower.state.synced) return undefined
    return { kind: 'not-read', why: this.problemOf(follower.state) ?? '' }
  }

  private problemOf({ namespace, synced, lastContact, trouble }: FollowState): string | undefined {
    const where = namespace === undefined ? '' : ` of namespace ${namespace}`
    const because = trouble === undefined ? '' : `: ${trouble}`
    if (!synced || lastContact === undefined) return `the networks${where} have not been read yet${because}`
    const age = seconds(this.options.now() - lastContact)
    if (age <= this.options.staleAfter) return undefined
    return `nothing was heard about the networks${where} for ${age} s (limit ${this.options.staleAfter} s)${because}`
  }

  private age(): number {
    const contacts = this.followers.map(({ state }) => state.lastContact ?? 0)
    return seconds(this.options.now() - Math.min(...contacts))
  }
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000)
}
