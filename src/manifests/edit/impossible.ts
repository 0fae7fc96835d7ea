import type { Path } from '../../bonding/place.ts'

export interface Impossible {
  readonly kind: 'impossible'
  /** From the object's root to the field that cannot be changed where it stands. */
  readonly path: Path
  readonly message: string
  readonly fix: string
}

/** The field comes out of an alias or a merge key, and a list on the way to the change cannot be merged with another. */
export function listOfAlias(path: Path): Impossible {
  return {
    kind: 'impossible',
    path,
    message: 'stands in this file as an alias, and what an alias names cannot be changed here alone',
    fix: 'Write the value out where the alias stands',
  }
}

/** `anchor`: the name that other places of the file use for something on the way to the change. */
export function sharedAnchor(path: Path, anchor: string): Impossible {
  return {
    kind: 'impossible',
    path,
    message: `carries the anchor &${anchor}: a change here would change every place that uses *${anchor}`,
    fix: `Write the value out where *${anchor} stands`,
  }
}

/** Where another kind of value stands than the change needs, or the layout is one that no edit was found for. */
export function unusualText(path: Path): Impossible {
  return {
    kind: 'impossible',
    path,
    message: 'is written in a way that cannot be completed without rewriting it',
    fix: 'Write it as `key: value` in lines of its own',
  }
}
