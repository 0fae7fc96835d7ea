import { fieldsOf } from '../../bonding/json-fields.ts'
import type { Path } from '../../bonding/place.ts'

/** Fields to take out, and what is left empty around them, which means nothing and goes, too. */
export function withEmptied(value: unknown, paths: readonly Path[]): readonly Path[] {
  let left = value
  const all: Path[] = []
  for (const path of paths) {
    let gone = path
    left = withoutField(left, gone)
    while (gone.length > 1 && isEmpty(fieldAt(left, gone.slice(0, -1)))) {
      gone = gone.slice(0, -1)
      left = withoutField(left, gone)
    }
    all.push(gone)
  }
  return all.filter(path => !all.some(other => other.length < path.length && isWithin(path, other)))
}

/** The value without what stands at a path. */
export function withoutField(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return value
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? withoutField(item, rest) : item))
  }
  const fields = fieldsOf(value)
  if (!fields) return value
  const entries = Object.entries(fields)
  return rest.length === 0
    ? Object.fromEntries(entries.filter(([key]) => key !== step))
    : Object.fromEntries(entries.map(([key, each]) => [key, key === step ? withoutField(each, rest) : each]))
}

function fieldAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      Array.isArray(inner) ? (inner as readonly unknown[])[Number(step)] : (fieldsOf(inner) ?? {})[step],
    value,
  )
}

function isEmpty(value: unknown): boolean {
  const fields = fieldsOf(value)
  return fields !== undefined && Object.keys(fields).length === 0
}

function isWithin(path: Path, around: Path): boolean {
  return around.every((step, index) => path[index] === step)
}
