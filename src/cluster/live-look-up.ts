import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import type { Network } from '../bonding/network.ts'
import { networkOf } from './network-store.ts'
import type { NetworksApi } from './networks-api.ts'
import { Remembered } from './remembered.ts'

export interface LiveLookUpOptions {
  readonly api: NetworksApi
  readonly now: () => number
  /** Milliseconds for which "it is not there" is remembered, and what was found lent to the catalogue. */
  readonly remember: { readonly missing: number; readonly found: number }
}

/**
 * Asks the API server for networks that the catalogue does not know: a watch may be a moment behind. Requests for the
 * same name at the same time cost one question.
 */
export class LiveLookUp {
  private readonly options: LiveLookUpOptions
  private readonly asking = new Map<string, Promise<boolean>>()
  private readonly missing: Remembered<true>
  /**
   * Lent, not stored: the watch may have told already that it was deleted since, and would not tell again.
   */
  private readonly found: Remembered<Network>

  constructor(options: LiveLookUpOptions) {
    this.options = options
    this.missing = new Remembered(options.now, options.remember.missing)
    this.found = new Remembered(options.now, options.remember.found)
  }

  /** What was found a moment ago. */
  recent(namespace: string, name: string): Network | undefined {
    return this.found.get(networkText({ namespace, name }))
  }

  /**
   * @param signal ends the waiting; a question that others wait for goes on
   * @returns whether any of them is there, and now known
   * @throws ApiFailure where it cannot be told, and the signal's reason
   */
  async lookUp(keys: readonly NetworkKey[], signal: AbortSignal): Promise<boolean> {
    const answers = await Promise.all(keys.map(key => orAborted(this.one(key), signal)))
    return answers.includes(true)
  }

  private async one(key: NetworkKey): Promise<boolean> {
    const id = networkText(key)
    if (this.missing.get(id)) return false
    const asked = this.asking.get(id) ?? this.ask(key, id)
    this.asking.set(id, asked)
    return asked
  }

  private async ask({ namespace, name }: NetworkKey, id: string): Promise<boolean> {
    try {
      // The question has the time limit of the API client: whoever asked first may give up before the others do.
      const network = await this.options.api.get(namespace, name, new AbortController().signal)
      if (network) this.found.set(id, networkOf(network))
      else this.missing.set(id, true)
      return network !== undefined
    } finally {
      this.asking.delete(id)
    }
  }
}

async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = (): void => {
    reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)))
  }
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
