import type { PatchOperation } from '../../bonding/json-patch.ts'
import type { Path } from '../../bonding/place.ts'

/** What becomes of a field: a value of its own, or changes of its members. */
export type Change = NewValue | MemberChanges

export interface NewValue {
  readonly kind: 'value'
  readonly value: unknown
}

export interface MemberChanges {
  readonly kind: 'members'
  readonly members: ReadonlyMap<string, Change>
}

/** JSON Patch operations as one tree of changes, from the object's root. `base`: where their paths begin. */
export function changesOf(base: Path, operations: readonly PatchOperation[]): MemberChanges {
  let changes: MemberChanges = { kind: 'members', members: new Map() }
  for (const { path, value } of operations) {
    changes = withChange(changes, [...base.map(String), ...pointerSteps(path)], value)
  }
  return changes
}

/** A field's value behind the change. What lists hold changes in place, as everything that is not named stays. */
export function changed(before: unknown, change: Change): unknown {
  if (change.kind === 'value') return change.value
  if (Array.isArray(before)) {
    return before.map((item: unknown, index) => {
      const inner = change.members.get(String(index))
      return inner === undefined ? item : changed(item, inner)
    })
  }
  const members = new Map<string, unknown>(typeof before === 'object' && before !== null ? Object.entries(before) : [])
  for (const [key, inner] of change.members) members.set(key, changed(members.get(key), inner))
  return Object.fromEntries(members)
}

function withChange(
  { members }: MemberChanges,
  [step = '', ...rest]: readonly string[],
  value: unknown,
): MemberChanges {
  return { kind: 'members', members: new Map(members).set(step, changeAt(members.get(step), rest, value)) }
}

function changeAt(before: Change | undefined, rest: readonly string[], value: unknown): Change {
  if (rest.length === 0) return { kind: 'value', value }
  const inner = withChange(before?.kind === 'members' ? before : { kind: 'members', members: new Map() }, rest, value)
  return before?.kind === 'value' ? { kind: 'value', value: changed(before.value, inner) } : inner
}

function pointerSteps(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1)
  return steps.map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A mapping that takes the place of another and has all its keys, as changes of its members. */
export function membersFor(before: unknown, change: Change): Change {
  const [old, wanted] = [fieldsIn(before), change.kind === 'value' ? fieldsIn(change.value) : undefined]
  if (old === undefined || wanted === undefined) return change
  if (old.size === 0 || [...old.keys()].some(key => !wanted.has(key))) return change
  const differing = [...wanted].filter(([key, value]) => !old.has(key) || !sameValue(old.get(key), value))
  return { kind: 'members', members: new Map(differing.map(([key, value]) => [key, { kind: 'value', value }])) }
}

/** Does the change go through a list of the value? */
export function touchesList(before: unknown, change: Change): boolean {
  if (change.kind === 'value') return false
  if (Array.isArray(before)) return true
  const fields = fieldsIn(before)
  return [...change.members].some(([key, inner]) => touchesList(fields?.get(key), inner))
}

/** Are two values of JSON the same? The order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  }
  const [left, right] = [fieldsIn(a), fieldsIn(b)]
  if (left === undefined || right === undefined) return a === b
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
  )
}

function fieldsIn(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isMap ? new Map(Object.entries(value)) : undefined
}
