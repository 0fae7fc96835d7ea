/**
 * Counts nodes as kubectl's decoder does (go.yaml.in/yaml/v2, decode.go) and stops where it says "excessive aliasing":
 * where nearly all of a document comes out of its aliases.
 */
export class AliasBudget {
  #decoded = 0
  #aliased = 0

  /** How many nodes were counted so far. */
  get decoded(): number {
    return this.#decoded
  }

  node(): void {
    this.#decoded += 1
  }

  /** An alias to something of `size` nodes. */
  alias(size: number): void {
    this.#decoded += size
    this.#aliased += size
  }

  get exhausted(): boolean {
    return this.#aliased > 100 && this.#decoded > 1000 && this.#aliased / this.#decoded > allowedShare(this.#decoded)
  }
}

const small = 400_000
const large = 4_000_000

/** 99 % in documents of ordinary size, falling to 10 % in very large ones. */
function allowedShare(decoded: number): number {
  if (decoded <= small) return 0.99
  if (decoded >= large) return 0.1
  return 0.99 - (0.89 * (decoded - small)) / (large - small)
}
