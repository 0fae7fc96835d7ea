import { NetworkTable } from '../bonding/network-table.ts'
import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import { type Network, readNetwork } from '../bonding/network.ts'
import type { ManifestObject } from './manifest-object.ts'
import { type ManifestProblem, problemAt } from './manifest-problem.ts'
import { readDefinition } from './network-definition.ts'
import { isSriovNetwork, readSriovNetwork } from './sriov-network.ts'
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

  /**
   * Takes an object, if it is a NetworkAttachmentDefinition, or a SriovNetwork, of which the operator makes one. Of two
   * with one name the first stays; but the operator writes its own over what else has the name.
   *
   * @returns the network that is now in the catalogue
   */
  add(object: ManifestObject): Network | undefined {
    const rendered = isSriovNetwork(object)
    const reading = rendered ? readSriovNetwork(object, this.#namespace) : readDefinition(object, this.#namespace)
    if (reading.kind === 'refused') this.problems.push(...reading.problems)
    if (reading.kind !== 'definition') return undefined
    const { metadata } = reading.definition
    const name = networkText(metadata)
    const first = this.#places.get(name)
    if (first !== undefined && first.rendered === rendered) {
      this.problems.push(secondDefinition(metadata, object, first))
    }
    if (first !== undefined && (first.rendered || !rendered)) return undefined
    this.#places.set(name, { file: object.file, ...object.source.positionAt(object.node.start), rendered })
    const network = readNetwork(reading.definition)
    this.catalogue.set(network)
    return network
  }
}

interface Place extends Position {
  readonly file: string
  /** From a SriovNetwork. */
  readonly rendered: boolean
}

function secondDefinition(network: NetworkKey, { source, node }: ManifestObject, first: Place): ManifestProblem {
  const kind = first.rendered ? 'the network of SriovNetwork' : 'NetworkAttachmentDefinition'
  return problemAt(source, {
    cause: 'duplicate-network',
    offset: node.start,
    message: `${kind} ${networkText(network)} is defined here and in ${first.file}, line ${first.line}`,
    fix: 'Take one of them out, or give one another name or namespace',
  })
}
