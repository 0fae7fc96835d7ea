import type { Clock } from '../../src/certs/clock.ts'

/** A clock that stands still until it is told otherwise. */
export class ManualClock implements Clock {
  #now: Date
  readonly #runs = new Set<() => void>()

  constructor(now: string) {
    this.#now = new Date(now)
  }

  now(): Date {
    return this.#now
  }

  every(_milliseconds: number, run: () => void): () => void {
    this.#runs.add(run)
    return () => {
      this.#runs.delete(run)
    }
  }

  /** Moves on, and lets everybody who waits for time look once. */
  moveTo(now: string): void {
    this.#now = new Date(now)
    this.tick()
  }

  tick(): void {
    for (const run of this.#runs) run()
  }

  get waiting(): number {
    return this.#runs.size
  }
}
