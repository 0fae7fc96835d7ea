import type { CniConfig, Plugin } from './cni-config.ts'
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
}

export class LinkView extends NetworkView implements LinkNetwork {
  readonly kind = 'link'
  readonly type: string | undefined
  readonly discoverable: boolean

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
}
