import type { GoType, Origin } from './type.ts'
import type { Path } from '../place.ts'

/** A value of another type than the target's. Go notes the first one, goes on, and fails in the end. */
export interface Mismatch {
  /** Field path by Go's field keys, not by the author's spelling: `['links', 0]`. */
  readonly path: Path
  readonly origin: Origin
  /** Go's words: `json: cannot unmarshal number into Go struct field bondingConfig.miimon of type string`. */
  readonly goMessage: string
  /** Go stops here and returns this one, whatever it noted before: an address that net.IP refuses. */
  readonly stops?: true
}

/** One call of Unmarshal: where it is, and what it has noted. */
export class DecodeRun {
  readonly mismatches: Mismatch[] = []
  readonly #path: (string | number)[] = []
  /** Go's own path: field keys and embedded structs, but no indices and no keys of maps. */
  readonly #fields: string[] = []
  /** The innermost struct, without its package. */
  #struct = ''

  /** Returns the struct that `leaveField` must restore. */
  enterField(struct: string, key: string, { embeddedIn }: GoType<unknown>): string {
    const outer = this.#struct
    this.#struct = struct
    if (embeddedIn !== undefined) this.#fields.push(...embeddedIn)
    this.#fields.push(key)
    this.#path.push(key)
    return outer
  }

  leaveField(outer: string, { embeddedIn }: GoType<unknown>): void {
    this.#path.pop()
    this.#fields.length -= 1 + (embeddedIn?.length ?? 0)
    this.#struct = outer
  }

  /** An element of a list or an entry of a map. */
  enter(step: string | number): void {
    this.#path.push(step)
  }

  leave(): void {
    this.#path.pop()
  }

  /** Notes that the value does not fit; `what` is Go's word for it. */
  refuse(origin: Origin, what: string, goName: string): void {
    const target = this.#struct === '' ? 'value' : `struct field ${this.#struct}.${this.#fields.join('.')}`
    const goMessage = `json: cannot unmarshal ${what} into Go ${target} of type ${goName}`
    this.mismatches.push({ path: this.#path.slice(), origin, goMessage })
  }

  /** Notes an error that a type's own method returned. */
  stop(origin: Origin, goMessage: string): void {
    this.mismatches.push({ path: this.#path.slice(), origin, goMessage, stops: true })
  }
}
