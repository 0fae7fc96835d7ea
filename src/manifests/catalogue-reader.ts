import { NetworkTable } from '../bonding/network-table.ts'
import { readNetwork } from '../bonding/network.ts'
import type { ManifestObject } from './manifest-object.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import { readDefinition } from './network-definition.ts'
import type { Position } from './source-text.ts'

/** Gathers the networks of files. What it keeps of an object is the network and its place. */
export class CatalogueReader {
  readonly catalogue = new NetworkTable()
  readonly problems: ManifestProblem[] = []
  readonly #namespace: string
  readonly #places = new Map<string, Place>()

  /** `namespace`: for objects that name none. */
  constructor(namespace = 'default') {
    this.#namespace = namespace
  }

  /** Takes an object, if it is a NetworkAttachmentDefinition. Of two with one name the first stays. */
  add(object: ManifestObject): void {
    const reading = readDefinition(object, this.#namespace)
    if (reading.kind === 'refused') this.problems.push(...reading.problems)
    if (reading.kind !== 'definition') return
    const { metadata } = reading.definition
    const name = `${metadata.namespace}/${metadata.name}`
    const place = { file: object.file, ...object.source.positionAt(object.node.start) }
    const first = this.#places.get(name)
    if (first !== undefined) this.problems.push(secondDefinition(name, first, place))
    else {
      this.#places.set(name, place)
      this.catalogue.set(readNetwork(reading.definition))
    }
  }
}

interface Place extends Position {
  readonly file: string
}

function secondDefinition(name: string, first: Place, second: Place): ManifestProblem {
  return {
    severity: 'error',
    cause: 'duplicate-network',
    ...second,
    message: `NetworkAttachmentDefinition ${name} is defined here and in ${first.file}, line ${first.line}`,
    fix: 'Take one of them out, or give one another name or namespace',
  }
}
