import type { DecodeRun } from './run.ts'
import { goKind, type GoSlot, type GoType, type Origin } from './type.ts'
import type { Path } from '../place.ts'

/** A pointer: null is nil, everything else goes into what it points to, which is made if it is not there yet. */
export function goPointer<T>(of: GoType<T>): GoType<T | null> {
  return { goName: `*${of.goName}`, zero: null, slot: () => new PointerSlot(of) }
}

export function goSlice<T>(of: GoType<T>): GoType<readonly T[] | null> {
  return { goName: `[]${of.goName}`, zero: null, slot: () => new SliceSlot(`[]${of.goName}`, of) }
}

/** A map with text keys: compared exactly, entries of all repeats of the field stay, each entry decoded afresh. */
export function goMap<T>(of: GoType<T>): GoType<ReadonlyMap<string, T> | null> {
  return { goName: `map[string]${of.goName}`, zero: null, slot: () => new MapSlot(`map[string]${of.goName}`, of) }
}

class PointerSlot<T> implements GoSlot<T | null> {
  readonly #of: GoType<T>
  #target: GoSlot<T> | undefined
  /** Who set it to nil, if that was the last thing to happen. */
  #cleared: Origin | undefined

  constructor(of: GoType<T>) {
    this.#of = of
  }

  decode(origin: Origin, run: DecodeRun): void {
    const isNull = origin.node.kind === 'null'
    this.#cleared = isNull ? origin : undefined
    if (isNull) this.#target = undefined
    else (this.#target ??= this.#of.slot()).decode(origin, run)
  }

  value(): T | null {
    return this.#target === undefined ? null : this.#target.value()
  }

  find(path: Path, from: number): Origin | undefined {
    return this.#target === undefined && from === path.length ? this.#cleared : this.#target?.find(path, from)
  }
}

class SliceSlot<T> implements GoSlot<readonly T[] | null> {
  readonly #goName: string
  readonly #of: GoType<T>
  /** May be longer than the slice: Go cuts the length and keeps the memory, and a later, longer list finds it there again. */
  #elements: GoSlot<T>[] = []
  #length: number | null = null
  #origin: Origin | undefined

  constructor(goName: string, of: GoType<T>) {
    this.#goName = goName
    this.#of = of
  }

  decode(origin: Origin, run: DecodeRun): void {
    const { node } = origin
    if (node.kind === 'array') {
      if (node.elements.length === 0) this.#elements = []
      this.#length = node.elements.length
      this.#origin = origin
      for (const [index, element] of node.elements.entries()) {
        run.enter(index)
        const slot = (this.#elements[index] ??= this.#of.slot())
        slot.decode({ node: element }, run)
        run.leave()
      }
    } else if (node.kind === 'null') {
      this.#elements = []
      this.#length = null
      this.#origin = origin
    } else run.refuse(origin, goKind(node), this.#goName)
  }

  value(): readonly T[] | null {
    return this.#length === null ? null : this.#elements.slice(0, this.#length).map(slot => slot.value())
  }

  find(path: Path, from: number): Origin | undefined {
    const step = path[from]
    if (step === undefined) return this.#origin
    const inside = typeof step === 'number' && step < (this.#length ?? 0)
    return inside ? this.#elements[step]?.find(path, from + 1) : undefined
  }
}

class MapSlot<T> implements GoSlot<ReadonlyMap<string, T> | null> {
  readonly #goName: string
  readonly #of: GoType<T>
  #entries: Map<string, GoSlot<T>> | null = null
  #origin: Origin | undefined

  constructor(goName: string, of: GoType<T>) {
    this.#goName = goName
    this.#of = of
  }

  decode(origin: Origin, run: DecodeRun): void {
    const { node } = origin
    if (node.kind === 'object') {
      this.#entries ??= new Map()
      this.#origin = origin
      for (const { key, value } of node.members) {
        run.enter(key.value)
        const slot = this.#of.slot()
        slot.decode({ key, node: value }, run)
        this.#entries.set(key.value, slot)
        run.leave()
      }
    } else if (node.kind === 'null') {
      this.#entries = null
      this.#origin = origin
    } else run.refuse(origin, goKind(node), this.#goName)
  }

  value(): ReadonlyMap<string, T> | null {
    return this.#entries && new Map(Array.from(this.#entries, ([key, slot]) => [key, slot.value()]))
  }

  find(path: Path, from: number): Origin | undefined {
    const step = path[from]
    if (step === undefined) return this.#origin
    return typeof step === 'string' ? this.#entries?.get(step)?.find(path, from + 1) : undefined
  }
}
