import { ApiFailure } from './api-failure.ts'
import { BackOff, type Retry } from './back-off.ts'
import { explainFailure } from './explain-failure.ts'
import type { NetworkStore } from './network-store.ts'
import type { NetworksApi, WatchEvent, WireNetwork } from './networks-api.ts'

export interface FollowOptions {
  readonly api: NetworksApi
  readonly store: NetworkStore
  /** undefined: all namespaces. */
  readonly namespace: string | undefined
  /** Milliseconds, from any origin. */
  readonly now: () => number
  readonly retry: Retry
  /** Told whenever the state changes in kind: synced, in trouble, out of it. */
  readonly changed: (state: FollowState) => void
  /** Told whenever the API server says anything new. */
  readonly heard: () => void
}

export interface FollowState {
  readonly namespace: string | undefined
  /** Has a complete list been read? */
  readonly synced: boolean
  /** When the API server last said anything, on the clock of `now`. */
  readonly lastContact: number | undefined
  /** Why nothing new is learned, in words for an operator. */
  readonly trouble: string | undefined
}

/** Keeps a store equal to what the API server has: list, watch from there, and again for as long as it is not stopped. */
export class NetworksFollower {
  private readonly options: FollowOptions
  private readonly stopped = new AbortController()
  private readonly backOff: BackOff
  private current: FollowState
  /** The version to watch from; undefined: a list is needed. */
  private version: string | undefined
  private readonly counted = { lists: 0, watches: 0 }
  private listFailures = 0
  private watchFailures = 0

  constructor(options: FollowOptions) {
    this.options = options
    this.backOff = new BackOff(options.retry)
    this.current = { namespace: options.namespace, synced: false, lastContact: undefined, trouble: undefined }
  }

  get state(): FollowState {
    return this.current
  }

  /** How often a complete list and a watch were begun. */
  get begun(): { readonly lists: number; readonly watches: number } {
    return this.counted
  }

  /** Runs until stopped; never rejects. */
  async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      try {
        this.version ??= await this.listAll()
        await this.watchFrom(this.version)
      } catch (error) {
        await this.recover(error)
      }
    }
  }

  stop(): void {
    this.stopped.abort()
  }

  /** The API server answered somebody else. */
  contacted(): void {
    this.backOff.cut()
  }

  private async listAll(): Promise<string> {
    const { api, store, namespace } = this.options
    const networks: WireNetwork[] = []
    this.counted.lists += 1
    let page = await api.list(namespace, undefined)
    networks.push(...page.networks)
    while (page.next !== undefined) {
      this.heard()
      page = await api.list(namespace, page.next)
      networks.push(...page.networks)
    }
    store.replace(namespace, networks)
    this.listFailures = 0
    this.heard(true)
    return page.resourceVersion
  }

  private async watchFrom(version: string): Promise<void> {
    const { api, namespace } = this.options
    const failures: ApiFailure[] = []
    this.counted.watches += 1
    const event = (event: WatchEvent): void => {
      if (event.kind === 'failed') failures.push(event.failure)
      else this.take(event)
    }
    await api.watch(namespace, version, event, this.stopped.signal)
    const [failed] = failures
    if (failed) throw failed
    if (!this.stopped.signal.aborted) this.watched()
  }

  private take(event: Exclude<WatchEvent, { kind: 'failed' }>): void {
    this.watched()
    if (event.kind === 'bookmark') {
      this.version = event.resourceVersion
      return
    }
    const { network } = event
    if (event.kind === 'set') this.options.store.set(network)
    else this.options.store.remove(network)
    this.version = network.resourceVersion
  }

  /** A broken connection goes on where it was; after a refusal nothing is taken for granted, and all is listed anew. */
  private async recover(error: unknown): Promise<void> {
    if (this.stopped.signal.aborted) return
    const failure = error instanceof ApiFailure ? error : new ApiFailure(String(error))
    const listing = this.version === undefined
    if (failure.status !== undefined) this.version = undefined
    // Without its definition there is no object of the kind, and what was known is gone with it.
    const undefinedKind = failure.status === 404
    if (undefinedKind) this.options.store.replace(this.options.namespace, [])
    if (listing) this.listFailures++
    else this.watchFailures++
    const failures = Math.max(this.listFailures, this.watchFailures)
    // An old version is everyday life (compaction), the first broken watch as well: no trouble yet.
    const everyday = failure.status === 410 || !(listing || failures > 1)
    const synced = this.current.synced && !undefinedKind
    if (undefinedKind || !everyday) this.update({ synced, trouble: explainFailure(failure) })
    await this.backOff.wait(failures, failure.status !== undefined, this.stopped.signal)
  }

  /** The watch works: nothing is wrong any more. */
  private watched(): void {
    this.watchFailures = 0
    this.heard()
  }

  /** A list that works does not prove that a watch does: its trouble stays until an event or a proper end. */
  private heard(synced = this.current.synced): void {
    const trouble = this.watchFailures > 1 ? this.current.trouble : undefined
    this.update({ synced, trouble, lastContact: this.options.now() })
    this.options.heard()
  }

  private update(change: Partial<FollowState>): void {
    const before = this.current
    this.current = { ...before, ...change }
    if (before.synced !== this.current.synced || before.trouble !== this.current.trouble) {
      this.options.changed(this.current)
    }
  }
}
