import type { CniConfig, Plugin } from './cni-config.ts'
import type { Mismatch } from './go-decode.ts'
import { linkMtu } from './link-network/mtu.ts'
import { decodeSriov, type SriovSettings, sriovSettings } from './link-network/sriov.ts'
import type { NetworkAttachmentDefinition, NetworkBase } from './network.ts'
import { NetworkView } from './network-view.ts'

/** Any network that is not a bond. */
export interface LinkNetwork extends NetworkBase {
  readonly kind: 'link'
  /** The type of its only or first plugin; undefined where the config is on the node or unreadable. */
  readonly type: string | undefined
  /** Can discovery pick it: type sriov (or unreadable, but naming sriov), with a resource name? */
  readonly discoverable: boolean
  /** Its only or first plugin, with what its binary receives. */
  readonly plugin: Plugin | undefined
  /** What SR-IOV CNI reads; undefined where its only or first plugin is another. */
  readonly sriov: SriovSettings | undefined
  /** What SR-IOV CNI cannot read. */
  readonly sriovMismatches: readonly Mismatch[]
  /** The mtu that its config gives the interface, if it does. */
  readonly mtu: number | undefined
}

/** What the rules about pods ask of a link. Small, so that it stays while the tree of the config does not. */
type Facts = Pick<LinkNetwork, 'sriov' | 'mtu'>

export class LinkView extends NetworkView implements LinkNetwork {
  readonly kind = 'link'
  readonly type: string | undefined
  readonly discoverable: boolean
  #facts: Facts | undefined

  /** @param config the definition's, read by the caller; it is looked at and not kept */
  constructor(definition: NetworkAttachmentDefinition, config: CniConfig) {
    super(definition)
    this.type = config.kind === 'plugins' ? config.plugins[0]?.type : undefined
    const sriov = this.type === 'sriov' || (config.kind === 'unreadable' && config.mentions.includes('sriov'))
    this.discoverable = sriov && this.resourceName !== undefined
  }

  get plugin(): Plugin | undefined {
    return this.config.kind === 'plugins' ? this.config.plugins[0] : undefined
  }

  get sriov(): SriovSettings | undefined {
    return this.#read.sriov
  }

  get mtu(): number | undefined {
    return this.#read.mtu
  }

  get sriovMismatches(): readonly Mismatch[] {
    const { plugin } = this
    return this.type === 'sriov' && plugin ? decodeSriov(plugin.received).mismatches : []
  }

  get #read(): Facts {
    if (this.#facts) return this.#facts
    const { plugin, config } = this
    const sriov = this.type === 'sriov' && plugin ? sriovSettings(plugin.received) : undefined
    this.#facts = { sriov, mtu: linkMtu(config) }
    return this.#facts
  }
}
