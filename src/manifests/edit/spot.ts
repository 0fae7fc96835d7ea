import type { Path } from '../../bonding/place.ts'
import type { ManifestNode, MapNode } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'

/** A mapping of an object, and how one gets there. */
export interface Spot {
  readonly object: ManifestObject
  readonly path: Path
  /** The nodes from the object to the mapping, itself included. */
  readonly around: readonly ManifestNode[]
  readonly map: MapNode
}

export type Members = readonly (readonly [key: string, value: unknown])[]
