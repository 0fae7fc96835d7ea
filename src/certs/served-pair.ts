import type { Pair, PairReading } from './pair.ts'

export interface PairListener {
  /** New connections must get this one from now on. */
  changed(pair: Pair): void
  /** What was offered cannot be used; the served pair stays. Told once for each new sentence. */
  kept(problem: string): void
  /** What was offered cannot be used, and there is none yet that could be served. Told once for each new sentence. */
  missing?(problem: string): void
  /** What is offered can be used again. */
  recovered?(): void
  /** A client broke a handshake off, since it does not trust the served pair. */
  distrusted?(): void
}

/** TLS without a certificate: every handshake fails. */
const none: Pair = { cert: '', key: '', notBefore: new Date(0), notAfter: new Date(0), fingerprint: '' }

/** The pair that is served now, whoever offers the next one: files on disk, or this program itself. */
export class ServedPair {
  #pair: Pair
  #problem: string | undefined
  readonly #listeners: PairListener[] = []

  /** @param pair without one, clients are turned away until the first is offered */
  constructor(pair: Pair = none) {
    this.#pair = pair
  }

  /** Is there one, and is its time not over? */
  isUsable(now: Date): boolean {
    return this.#pair !== none && now <= this.#pair.notAfter
  }

  get pair(): Pair {
    return this.#pair
  }

  subscribe(listener: PairListener): void {
    this.#listeners.push(listener)
  }

  /** Takes the next pair if it is a better one; otherwise keeps the served one and says why. */
  offer(reading: PairReading, now: Date): void {
    const problem = reading.kind === 'bad' ? reading.problem : this.#refusal(reading.pair, now)
    const news = problem !== this.#problem
    this.#problem = problem
    if (news) this.#tell(problem)
    if (problem === undefined && reading.kind === 'pair' && reading.pair.fingerprint !== this.#pair.fingerprint) {
      this.#pair = reading.pair
      for (const listener of this.#listeners) listener.changed(reading.pair)
    }
  }

  /** Told by whoever serves it. */
  distrust(): void {
    for (const listener of this.#listeners) listener.distrusted?.()
  }

  /** Only what clients see makes it false: a bad pair on disk is no reason to refuse work that the served one can do. */
  state(now: Date): { readonly ok: boolean; readonly message: string } {
    const { notBefore, notAfter } = this.#pair
    const problem = this.#problem === undefined ? '' : `; the next one cannot be used: ${this.#problem}`
    if (this.#pair === none) return { ok: false, message: `none yet${this.#problem ? `: ${this.#problem}` : ''}` }
    if (now > notAfter) return { ok: false, message: `expired on ${notAfter.toISOString()}${problem}` }
    if (now < notBefore) return { ok: false, message: `not valid before ${notBefore.toISOString()}${problem}` }
    return { ok: true, message: `valid until ${notAfter.toISOString()}${problem}` }
  }

  #tell(problem: string | undefined): void {
    for (const listener of this.#listeners) {
      if (problem === undefined) listener.recovered?.()
      else if (this.#pair === none) listener.missing?.(problem)
      else listener.kept(problem)
    }
  }

  #refusal(next: Pair, now: Date): string | undefined {
    if (next.notAfter >= now || this.#pair.notAfter < now) return undefined
    return `the certificate expired on ${next.notAfter.toISOString()}`
  }
}
