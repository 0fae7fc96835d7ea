import type { DecodeRun } from './run.ts'
import { goFold } from '../go-fold.ts'
import { goKind, type GoSlot, type GoType, type GoValue, type Origin } from './type.ts'
import type { Path } from '../place.ts'

type Fields = Readonly<Record<string, GoType<unknown>>>
type StructValue<F extends Fields> = { readonly [K in keyof F]: GoValue<F[K]> }

/**
 * A struct by the keys of its fields.
 * @param goName with its package, as Go's messages print the type: `main.bondingConfig`
 */
export function goStruct<F extends Fields>(goName: string, fields: F): GoType<StructValue<F>> {
  const layout = new Layout<StructValue<F>>(goName, fields)
  return { goName, zero: layout.value([]), slot: () => new StructSlot(layout) }
}

/** A field that stands in an embedded struct: reached by its own key, but Go's messages name the struct's field on the way. */
export function goEmbedded<T>(struct: string, field: GoType<T>): GoType<T> {
  return { ...field, embeddedIn: [struct, ...(field.embeddedIn ?? [])] }
}

/** What all values of one struct type share. */
class Layout<T> {
  readonly goName: string
  /** The name without the package: with it Go's messages begin. */
  readonly name: string
  readonly fields: readonly (readonly [string, GoType<unknown>])[]
  readonly #exact = new Map<string, number>()
  readonly #folded = new Map<string, number>()

  constructor(goName: string, fields: Fields) {
    this.goName = goName
    this.name = goName.slice(goName.lastIndexOf('.') + 1)
    this.fields = Object.entries(fields)
    for (const [index, [key]] of this.fields.entries()) {
      this.#exact.set(key, index)
      const folded = goFold(key)
      if (!this.#folded.has(folded)) this.#folded.set(folded, index)
    }
  }

  /** The field that a key of the text means: the exact one, else the first that it folds to. */
  indexOf(key: string): number | undefined {
    return this.#exact.get(key) ?? this.#folded.get(goFold(key))
  }

  exactIndexOf(key: string | number): number | undefined {
    return typeof key === 'string' ? this.#exact.get(key) : undefined
  }

  /** TypeScript cannot follow an object built field by field from a table; here is the one place that vouches for its type. */
  value(slots: readonly (GoSlot<unknown> | undefined)[]): T {
    const value: Record<string, unknown> = {}
    for (const [index, [key, type]] of this.fields.entries()) {
      const slot = slots[index]
      value[key] = slot === undefined ? type.zero : slot.value()
    }
    return value as T
  }
}

class StructSlot<T> implements GoSlot<T> {
  readonly #layout: Layout<T>
  /** Made when a key is first seen: most structs set few of their fields. */
  readonly #slots: (GoSlot<unknown> | undefined)[] = []
  #origin: Origin | undefined

  constructor(layout: Layout<T>) {
    this.#layout = layout
  }

  decode(origin: Origin, run: DecodeRun): void {
    const { node } = origin
    if (node.kind === 'object') {
      this.#origin = origin
      for (const { key, value } of node.members) this.#decodeMember(key.value, { key, node: value }, run)
    } else if (node.kind !== 'null') run.refuse(origin, goKind(node), this.#layout.goName)
  }

  #decodeMember(key: string, origin: Origin, run: DecodeRun): void {
    const index = this.#layout.indexOf(key)
    const field = index === undefined ? undefined : this.#layout.fields[index]
    // Go skips the value of an unknown key; not even its numbers are looked at.
    if (index === undefined || field === undefined) return
    const [name, type] = field
    const slot = (this.#slots[index] ??= type.slot())
    const outer = run.enterField(this.#layout.name, name, type)
    slot.decode(origin, run)
    run.leaveField(outer, type)
  }

  value(): T {
    return this.#layout.value(this.#slots)
  }

  find(path: Path, from: number): Origin | undefined {
    const step = path[from]
    if (step === undefined) return this.#origin
    const index = this.#layout.exactIndexOf(step)
    return index === undefined ? undefined : this.#slots[index]?.find(path, from + 1)
  }
}
