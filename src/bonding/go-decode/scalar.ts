import type { DecodeRun } from './run.ts'
import type { JsonNode } from '../go-json.ts'
import { goKind, type GoSlot, type GoType, type Origin } from './type.ts'
import { parseIp } from '../ip-address.ts'
import type { Path } from '../place.ts'

const maxInt = 2n ** 63n - 1n
const minInt = -(2n ** 63n)

export const goString: GoType<string> = scalar({
  goName: 'string',
  zero: '',
  read: node => (node.kind === 'string' ? node.value : undefined),
})

export const goBool: GoType<boolean> = scalar({
  goName: 'bool',
  zero: false,
  read: node => (node.kind === 'boolean' ? node.value : undefined),
})

/** Go's int, 64 bits. Only integer literals fit: not 80.0, not 8e1. Beyond 2^53 the value is rounded; the node has the literal. */
export const goInt: GoType<number> = scalar({
  goName: 'int',
  zero: 0,
  // + 0 because Go's int has no -0.
  read: node => (node.kind === 'number' && fitsInt(node.literal) ? Number(node.literal) + 0 : undefined),
  unfit: node => (node.kind === 'number' ? `number ${node.literal}` : goKind(node)),
})

/**
 * net.IP, decoded from text by its own method: the text as written; null where it is empty, null or was never set.
 * Not under `goPointer`: Go's messages then name the pointer's type.
 */
export const goIp: GoType<string | null> = scalar<string | null>({
  goName: 'net.IP',
  zero: null,
  read: readIp,
  error: node => (node.kind === 'string' ? `invalid IP address: ${node.value}` : undefined),
})

interface Scalar<T> {
  readonly goName: string
  readonly zero: T
  /** Undefined: the value does not fit. */
  readonly read: (node: JsonNode) => T | undefined
  /** Go's word for a value that does not fit, if it is another than that of its kind. */
  readonly unfit?: (node: JsonNode) => string
  /** The error of the type's own method, which ends the decoding. */
  readonly error?: (node: JsonNode) => string | undefined
}

function scalar<T>(type: Scalar<T>): GoType<T> {
  return { goName: type.goName, zero: type.zero, slot: () => new ScalarSlot(type) }
}

class ScalarSlot<T> implements GoSlot<T> {
  readonly #type: Scalar<T>
  #value: T
  #origin: Origin | undefined

  constructor(type: Scalar<T>) {
    this.#type = type
    this.#value = type.zero
  }

  decode(origin: Origin, run: DecodeRun): void {
    const { node } = origin
    const { goName, zero, read, unfit = goKind, error } = this.#type
    // null has no effect on what cannot be nil.
    if (node.kind === 'null' && zero !== null) return
    const value = node.kind === 'null' ? zero : read(node)
    if (value !== undefined) {
      this.#value = value
      this.#origin = origin
      return
    }
    const stop = error?.(node)
    if (stop === undefined) run.refuse(origin, unfit(node), goName)
    else run.stop(origin, stop)
  }

  value(): T {
    return this.#value
  }

  find(path: Path, from: number): Origin | undefined {
    return from === path.length ? this.#origin : undefined
  }
}

function fitsInt(literal: string): boolean {
  if (/[.eE]/.test(literal)) return false
  if (literal.length < 16) return true
  const int = BigInt(literal)
  return minInt <= int && int <= maxInt
}

function readIp(node: JsonNode): string | null | undefined {
  if (node.kind !== 'string') return undefined
  if (node.value === '') return null
  return parseIp(node.value) ? node.value : undefined
}
