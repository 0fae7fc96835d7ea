import { type BondNetwork, BondView } from './bond-network.ts'
import { type CniConfig, readCniConfig } from './cni-config.ts'
import type { ObjectReference } from './finding.ts'
import type { JsonNode } from './go-json.ts'
import { type LinkNetwork, LinkView } from './link-network.ts'
import type { Place } from './place.ts'

/** A NetworkAttachmentDefinition, as far as this program reads it. */
export interface NetworkAttachmentDefinition {
  readonly metadata: {
    readonly namespace: string
    readonly name: string
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly spec?: { readonly config?: string }
}

/** What every typed view of a NetworkAttachmentDefinition has. Made once per version of the object, not per request. */
export interface NetworkBase {
  readonly reference: ObjectReference & { readonly kind: 'NetworkAttachmentDefinition' }
  /** The extended resource whose device feeds an attachment: annotation `k8s.v1.cni.cncf.io/resourceName`; absent where it is missing or empty. */
  readonly resourceName?: string
  /** The raw text of annotation `bond-injector.io/links`; absent where it is missing or empty. */
  readonly links?: string
  /** The raw text of annotation `bond-injector.io/ignore`; absent where it is missing or empty. */
  readonly ignore?: string
  readonly config: CniConfig
  /** The name that the author gave inside the config; undefined where it is filled in with the object's, or unreadable. */
  readonly configName: string | undefined
  /** The version that the plugin of this view reads, `''` where there is none; undefined without a readable plugin. */
  readonly cniVersion: string | undefined
  /** The `ipam` of the plugin of this view, if it is there and not null. */
  readonly ipam: JsonNode | undefined
  /** The type of that, `''` where there is none or it is no text. Kept: every pod that uses the network asks for it. */
  readonly ipamType: string
  /** Bytes of the name that libcni uses for the network; undefined where there is none. Kept as well. */
  readonly nameBytes: number | undefined
  /** The place of a field of the plugin of this view, in the author's spelling: `field('ipam', 'ranges', 0)`. */
  field(key: string, ...rest: readonly (string | number)[]): Place
  /** The place of one of the object's annotations. */
  annotation(key: string): Place
}

/** A bond (some plugin is of type bond, or a config that cannot be read and names one), or anything else, which may be a link. */
export type Network = BondNetwork | LinkNetwork

/** Reads a definition. What only rules need is read when somebody asks for it: a catalogue holds thousands of networks. */
export function readNetwork(definition: NetworkAttachmentDefinition): Network {
  const { metadata, spec } = definition
  const config = readCniConfig(spec?.config, metadata.name)
  return isBond(config) ? new BondView(definition) : new LinkView(definition, config)
}

function isBond(config: CniConfig): boolean {
  switch (config.kind) {
    case 'on-node':
      return false
    case 'unreadable':
      return config.mentions.includes('bond')
    case 'plugins':
      return config.plugins.some(plugin => plugin.type === 'bond')
  }
}
