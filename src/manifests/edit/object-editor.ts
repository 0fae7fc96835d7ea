import type { Path } from '../../bonding/place.ts'
import type { TextEdit } from '../edited-text.ts'
import { valueOf } from '../manifest-node.ts'
import type { ListNode, MapEntry, MapNode } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { additionEdits } from './addition-edits.ts'
import { changed, membersFor, touchesList } from './change.ts'
import type { Change, MemberChanges } from './change.ts'
import { aliasEdits, valueEdits } from './entry-edits.ts'
import { listOfAlias, unusualText } from './impossible.ts'
import type { Impossible } from './impossible.ts'
import { isAliased, isAliasedItem, isOwn } from './own-entries.ts'
import type { Spot } from './spot.ts'

/** Walks through an object along the changes and gathers the edits, those of an inner mapping first. */
export class ObjectEditor {
  readonly edits: TextEdit[] = []
  readonly refusals: Impossible[] = []
  readonly #object: ManifestObject

  constructor(object: ManifestObject) {
    this.#object = object
  }

  apply(changes: MemberChanges): void {
    const { node } = this.#object
    this.#map({ object: this.#object, path: [], around: [node], map: node }, changes)
  }

  #map(spot: Spot, changes: MemberChanges): void {
    const additions: [key: string, value: unknown][] = []
    for (const [key, change] of changes.members) {
      const entry = spot.map.entries.find(candidate => candidate.key === key)
      if (entry !== undefined && isOwn(spot.map, entry)) this.#entry(spot, entry, change)
      else if (entry !== undefined && touchesList(valueOf(entry.value), change))
        this.#refuse(listOfAlias, [...spot.path, key])
      else additions.push([key, changed(entry && valueOf(entry.value), change)])
    }
    if (additions.length > 0) this.edits.push(...additionEdits(spot, additions))
  }

  #entry(spot: Spot, entry: MapEntry, given: Change): void {
    const { value } = entry
    const path = [...spot.path, entry.key]
    const before = valueOf(value)
    const change = membersFor(before, given)
    if (isAliased(entry)) this.#take(aliasEdits(spot, entry, change), listOfAlias, path)
    else if (change.kind === 'members' && value.kind === 'list') this.#list(spot, value, change, path)
    else if (change.kind === 'members' && value.kind === 'map' && value.entries.length > 0) {
      this.#map(inner(spot, value, path), change)
    } else this.#take(valueEdits(spot, entry, changed(before, change)), unusualText, path)
  }

  #list(spot: Spot, list: ListNode, changes: MemberChanges, path: Path): void {
    for (const [step, change] of changes.members) {
      const index = Number(step)
      const item = list.items[index]
      const itemPath = item === undefined ? path : [...path, index]
      if (isAliasedItem(list, index)) this.#refuse(listOfAlias, itemPath)
      else if (item?.kind === 'map' && item.entries.length > 0 && change.kind === 'members') {
        this.#map({ ...inner(spot, item, itemPath), around: [...spot.around, list, item] }, change)
      } else this.#refuse(unusualText, itemPath)
    }
  }

  #take(edits: readonly TextEdit[] | undefined, otherwise: (path: Path) => Impossible, path: Path): void {
    if (edits === undefined) this.#refuse(otherwise, path)
    else this.edits.push(...edits)
  }

  #refuse(reason: (path: Path) => Impossible, path: Path): void {
    this.refusals.push(reason(path))
  }
}

function inner(spot: Spot, map: MapNode, path: Path): Spot {
  return { ...spot, path, around: [...spot.around, map], map }
}
