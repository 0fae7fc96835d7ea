import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import type { Network } from '../bonding/network.ts'
import { ApiFailure } from './api-failure.ts'
import { explainFailure } from './explain-failure.ts'
import { networkOf } from './network-store.ts'
import type { NetworksApi } from './networks-api.ts'
import { orAborted } from './or-aborted.ts'
import { Remembered } from './remembered.ts'
import { isLaterVersion } from './resource-version.ts'

export interface LiveLookUpOptions {
  readonly api: NetworksApi
  readonly now: () => number
  /** Milliseconds for which "it is not there" is remembered, and what was found lent to the catalogue. */
  readonly remember: { readonly missing: number; readonly found: number }
  /** Told whenever the API server answers, whatever it says. */
  readonly heard: () => void
}

/** Questions since the start, by their answers. */
export interface LookUpCounts {
  readonly found: number
  readonly missing: number
  readonly failed: number
}

/** How many questions of one admission may be under way at once. */
const atOnce = 4

/**
 * Asks the API server for networks that the catalogue does not know: a watch may be a moment behind. Requests for the
 * same name at the same time cost one question.
 */
export class LiveLookUp {
  private readonly options: LiveLookUpOptions
  private readonly answers = { found: 0, missing: 0, failed: 0 }
  private readonly asking = new Map<string, Promise<boolean>>()
  private readonly missing: Remembered<true>
  /**
   * Lent, not stored: the watch may have told already that it was deleted since, and would not tell again.
   */
  private readonly found: Remembered<{ readonly network: Network; readonly resourceVersion: string }>

  constructor(options: LiveLookUpOptions) {
    this.options = options
    this.missing = new Remembered(options.now, options.remember.missing)
    this.found = new Remembered(options.now, options.remember.found)
  }

  get counts(): LookUpCounts {
    return { ...this.answers }
  }

  /** What was found a moment ago. */
  recent(namespace: string, name: string): Network | undefined {
    return this.found.get(networkText({ namespace, name }))?.network
  }

  /** The watch or a list tells of this version: nothing older of that name is lent any more. */
  told(key: NetworkKey, resourceVersion: string): void {
    const id = networkText(key)
    const lent = this.found.get(id)
    if (lent && !isLaterVersion(lent.resourceVersion, resourceVersion)) this.found.forget(id)
  }

  /**
   * @param signal ends the waiting; a question that others wait for goes on
   * @returns whether any of them is there, and now known
   * @throws ApiFailure where it cannot be told, and the signal's reason
   */
  async lookUp(keys: readonly NetworkKey[], signal: AbortSignal): Promise<boolean> {
    const failed = new AbortController()
    const stop = AbortSignal.any([signal, failed.signal])
    const queue = keys.values()
    const worker = async () => {
      let found = false
      for (const key of queue) found = (await orAborted(() => this.one(key), stop)) || found
      return found
    }
    try {
      return (await Promise.all(Array.from({ length: atOnce }, worker))).includes(true)
    } finally {
      // After a failure nobody waits for the other answers.
      failed.abort()
    }
  }

  private async one(key: NetworkKey): Promise<boolean> {
    const id = networkText(key)
    if (this.missing.get(id)) return false
    const asked = this.asking.get(id) ?? this.ask(key, id)
    this.asking.set(id, asked)
    return asked
  }

  private async ask(key: NetworkKey, id: string): Promise<boolean> {
    try {
      const network = await this.answer(key)
      if (network) this.found.set(id, { network: networkOf(network), resourceVersion: network.resourceVersion })
      else this.missing.set(id, true)
      this.answers[network ? 'found' : 'missing'] += 1
      return network !== undefined
    } catch (error) {
      this.answers.failed += 1
      throw error
    } finally {
      this.asking.delete(id)
    }
  }

  private async answer({ namespace, name }: NetworkKey) {
    const { api, heard } = this.options
    try {
      // The question has the time limit of the API client: whoever asked first may give up before the others do.
      const network = await api.get(namespace, name, new AbortController().signal)
      heard()
      return network
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      if (error.status !== undefined) heard()
      throw new ApiFailure(explainFailure(error), error.status)
    }
  }
}
