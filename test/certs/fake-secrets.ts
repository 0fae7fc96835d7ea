import type { ApiFailure } from '../../src/cluster/api-failure.ts'
import type { SecretsApi, WireSecret } from '../../src/cluster/secrets-api.ts'

type Data = Readonly<Record<string, string>>

/** One Secret, that only lets itself be replaced by who has read its newest version. */
export class FakeSecrets implements SecretsApi {
  data: Data | undefined = {}
  version = 1
  writes = 0
  /** What goes wrong at every call of that kind. */
  failure: { readonly on: 'get' | 'replace'; readonly with: ApiFailure } | undefined
  /** Runs once, between the next reading and the writing that follows it. */
  meanwhile: (() => Promise<void>) | undefined

  set(data: Data | undefined): void {
    this.data = data
    this.version++
  }

  change(data: Data): void {
    this.set({ ...this.data, ...data })
  }

  async get(): Promise<WireSecret | undefined> {
    await Promise.resolve()
    this.#fail('get')
    if (!this.data) return undefined
    const read = this.version
    return { data: this.data, replace: data => this.#replace(read, data) }
  }

  async #replace(read: number, data: Data): Promise<'written' | 'conflict'> {
    const { meanwhile } = this
    this.meanwhile = undefined
    await meanwhile?.()
    this.#fail('replace')
    if (read !== this.version) return 'conflict'
    this.change(data)
    this.writes++
    return 'written'
  }

  #fail(on: 'get' | 'replace'): void {
    if (this.failure?.on === on) throw this.failure.with
  }
}
