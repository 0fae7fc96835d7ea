import type { Catalogue } from '../bonding/catalogue.ts'
import { loadManifests } from './load-manifests.ts'
import type { LoadedManifests } from './load-manifests.ts'
import { fingerprintOf, readManifestFiles, watchFiles } from './manifest-files.ts'
import type { Selection } from './manifest-files.ts'
import { fileProblem } from './manifest-problem.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import { realTimers } from './timers.ts'
import type { Timers } from './timers.ts'

export interface WatchOptions extends Selection {
  /** For objects that name none; default `default`. */
  readonly namespace?: string
  /** Called with every new state: other content, a broken file, a mended one. */
  readonly onChange?: (state: ManifestState) => void
  /** How long after the last event files are read, since editors write in steps. Default 100. */
  readonly settleMs?: number
  /** How often is looked at the files where no event tells of a change. Default 10,000. */
  readonly pollMs?: number
  readonly timers?: Timers
}

/** `ok: false`: what the files hold now cannot be used; the catalogue still has what they held before. */
export type ManifestState =
  | { readonly ok: true; readonly networks: number; readonly warnings: readonly ManifestProblem[] }
  | { readonly ok: false; readonly problems: readonly ManifestProblem[] }

export interface ManifestWatch {
  /** Always the last good content as a whole. */
  readonly catalogue: Catalogue
  state(): ManifestState
  close(): void
}

export type WatchStart =
  | { readonly kind: 'watching'; readonly watch: ManifestWatch }
  | { readonly kind: 'refused'; readonly problems: readonly ManifestProblem[] }

/** Reads manifests and keeps up with their files. Refused where they hold an error at the start; later it is only a state. */
export async function watchManifests(options: WatchOptions): Promise<WatchStart> {
  const watch = new Watch(options)
  const problems = await watch.start()
  return problems === undefined ? { kind: 'watching', watch } : { kind: 'refused', problems }
}

class Watch implements ManifestWatch {
  readonly catalogue: Catalogue = {
    get: (namespace, name) => this.#content.get(namespace, name),
    list: namespace => this.#content.list(namespace),
  }

  readonly #options: WatchOptions
  readonly #timers: Timers
  #content: Catalogue = { get: () => undefined, list: () => [] }
  #state: ManifestState = { ok: true, networks: 0, warnings: [] }
  #fingerprint = ''
  #watcher: { close(): void } = { close: () => undefined }
  #cancelSettle = (): void => undefined
  #cancelPoll = (): void => undefined
  #looking = false
  #lookAgain = false
  #closed = false

  constructor(options: WatchOptions) {
    this.#options = options
    this.#timers = options.timers ?? realTimers
  }

  /** The problems, if the files cannot be used. */
  async start(): Promise<readonly ManifestProblem[] | undefined> {
    // Before reading: what changes meanwhile is then seen as a change.
    this.#fingerprint = await fingerprintOf(this.#options)
    const loaded = await this.#load()
    if (loaded.errors.length > 0) return loaded.errors
    this.#take(loaded)
    this.#arm()
    this.#poll()
    return undefined
  }

  state(): ManifestState {
    return this.#state
  }

  close(): void {
    this.#closed = true
    this.#cancelSettle()
    this.#cancelPoll()
    this.#watcher.close()
  }

  async #load(): Promise<LoadedManifests> {
    return loadManifests(await readManifestFiles(this.#options), this.#options.namespace)
  }

  #take({ catalogue, errors, warnings }: LoadedManifests): void {
    if (errors.length === 0) {
      this.#content = catalogue
      this.#state = { ok: true, networks: catalogue.size, warnings }
    } else this.#state = { ok: false, problems: errors }
  }

  /** Watches anew, since a directory or link may have been replaced by another of the same name. */
  #arm(): void {
    this.#watcher.close()
    this.#watcher = watchFiles(this.#options, () => {
      this.#cancelSettle()
      this.#cancelSettle = this.#timers.after(this.#options.settleMs ?? 100, () => void this.#look())
    })
  }

  #poll(): void {
    this.#cancelPoll = this.#timers.after(this.#options.pollMs ?? 10_000, () => {
      void this.#look().then(() => {
        if (!this.#closed) this.#poll()
      })
    })
  }

  /** One look at a time; what happens during one is looked at behind it. */
  async #look(): Promise<void> {
    this.#lookAgain = true
    if (this.#looking) return
    this.#looking = true
    while (this.#lookAgain && !this.#closed) {
      this.#lookAgain = false
      await this.#readIfChanged()
    }
    this.#looking = false
  }

  async #readIfChanged(): Promise<void> {
    const fingerprint = await fingerprintOf(this.#options)
    if (fingerprint === this.#fingerprint) return
    this.#fingerprint = fingerprint
    try {
      this.#take(await this.#load())
    } catch (defect) {
      // Ours, but no reason to stop serving what is known.
      const problem = fileProblem(
        this.#options.paths.join(', '),
        'unreadable',
        `cannot be read: ${String(defect)}`,
        'Report it',
      )
      this.#state = { ok: false, problems: [problem] }
    }
    if (this.#closed) return
    this.#arm()
    this.#options.onChange?.(this.#state)
  }
}
