import type { Pair, PairReading } from './pair.ts'

export interface PairListener {
  /** New connections must get this one from now on. */
  changed(pair: Pair): void
  /** What was offered cannot be used; the served pair stays. Told once for each new sentence. */
  kept(problem: string): void
}

/** The pair that is served now, whoever offers the next one: files on disk, or this program itself. */
export class ServedPair {
  #pair: Pair
  #problem: string | undefined
  readonly #listeners: PairListener[] = []

  constructor(pair: Pair) {
    this.#pair = pair
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
    if (problem !== undefined) {
      if (news) for (const listener of this.#listeners) listener.kept(problem)
    } else if (reading.kind === 'pair' && reading.pair.fingerprint !== this.#pair.fingerprint) {
      this.#pair = reading.pair
      for (const listener of this.#listeners) listener.changed(reading.pair)
    }
  }

  /** Only what clients see makes it false: a bad pair on disk is no reason to refuse work that the served one can do. */
  state(now: Date): { readonly ok: boolean; readonly message: string } {
    const { notBefore, notAfter } = this.#pair
    const problem = this.#problem === undefined ? '' : `; the next one cannot be used: ${this.#problem}`
    if (now > notAfter) return { ok: false, message: `expired on ${notAfter.toISOString()}${problem}` }
    if (now < notBefore) return { ok: false, message: `not valid before ${notBefore.toISOString()}${problem}` }
    return { ok: true, message: `valid until ${notAfter.toISOString()}${problem}` }
  }

  #refusal(next: Pair, now: Date): string | undefined {
    if (next.notAfter >= now || this.#pair.notAfter < now) return undefined
    return `the certificate expired on ${next.notAfter.toISOString()}`
  }
}
