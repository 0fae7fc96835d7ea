import { ApiFailure } from '../cluster/api-failure.ts'
import type { SecretsApi, WireSecret } from '../cluster/secrets-api.ts'
import type { CertificateSource, SourceReading } from './certificate-source.ts'
import { mendStored } from './mend-stored.ts'
import { readStored, writeStored, type StoredCertificates } from './stored-certificates.ts'

export interface SecretSourceOptions {
  readonly api: SecretsApi
  readonly namespace: string
  readonly name: string
  /** What the certificate must be for. */
  readonly names: readonly string[]
  /** This replica has written the Secret: why, and what was wrong with what it held. */
  readonly written: (reasons: readonly string[], problems: readonly string[]) => void
  /** Something is due that this replica could not write; what stands in the Secret is served. Told once for each sentence. */
  readonly unwritten: (problem: string) => void
}

/** Another replica writes at most one thing that is due, so the second reading finds it done. */
const attempts = 3

/** The Secret that all replicas share. Whoever sees first that something is due does it; the others read it. */
export class SecretSource implements CertificateSource {
  readonly #options: SecretSourceOptions
  /** The last that was known to stand in the Secret. */
  #known: StoredCertificates | undefined
  #unwritten: string | undefined

  constructor(options: SecretSourceOptions) {
    this.#options = options
  }

  async look(now: Date): Promise<SourceReading> {
    try {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const reading = await this.#attempt(now)
        if (reading) return reading
      }
      return this.#trouble('others write it all the time')
    } catch (error) {
      return this.#trouble(error instanceof Error ? error.message : String(error))
    }
  }

  /** undefined: another replica was quicker. */
  async #attempt(now: Date): Promise<SourceReading | undefined> {
    const { api, namespace, name, names } = this.#options
    const secret = await api.get(namespace, name)
    if (!secret) return this.#trouble('it does not exist; only who installs bond-injector may create it')
    const reading = readStored(secret.data)
    if (reading.kind === 'foreign') return this.#trouble(`${reading.problem}, and is left as it is`)
    const { stored, reasons } = await mendStored(reading.stored, this.#known, names, now)
    if (reasons.length > 0) {
      const failure = await this.#write(secret, stored)
      if (failure === 'conflict') return undefined
      if (failure !== undefined) return this.#foundOnly(reading.stored, reasons, failure)
      this.#options.written(reasons, reading.problems)
    }
    this.#known = stored
    this.#unwritten = undefined
    return { pair: { kind: 'pair', pair: stored.pair }, trusted: stored.trusted }
  }

  async #write(secret: WireSecret, stored: StoredCertificates): Promise<'conflict' | ApiFailure | undefined> {
    try {
      return (await secret.replace(writeStored(stored))) === 'conflict' ? 'conflict' : undefined
    } catch (error) {
      if (error instanceof ApiFailure) return error
      throw error
    }
  }

  /** What no other replica can read is not served; what stands there is, if it is whole. */
  #foundOnly(found: StoredCertificates, reasons: readonly string[], failure: ApiFailure): SourceReading {
    const problem = `${reasons.join(', ')} could not be written (${failure.message})`
    if (!found.pair) return this.#trouble(problem)
    if (problem !== this.#unwritten) this.#options.unwritten(this.#sentence(problem))
    this.#unwritten = problem
    this.#known = found
    return { pair: { kind: 'pair', pair: found.pair }, trusted: found.trusted }
  }

  #trouble(problem: string): SourceReading {
    return { pair: { kind: 'bad', problem: this.#sentence(problem) }, trusted: this.#known?.trusted ?? [] }
  }

  #sentence(problem: string): string {
    return `Secret ${this.#options.namespace}/${this.#options.name}: ${problem}`
  }
}
