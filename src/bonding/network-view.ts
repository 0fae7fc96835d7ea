import { lastSpelling, placeInside } from './bond-network/place.ts'
import { type CniConfig, type Plugin, readCniConfig } from './cni-config.ts'
import { configPath } from './cni-config/source.ts'
import { pluginConf } from './cni-config/structs.ts'
import { decodeGo } from './go-decode.ts'
import { goFold } from './go-fold.ts'
import type { JsonNode } from './go-json.ts'
import { annotations, foreignAnnotations } from './keys.ts'
import type { NetworkAttachmentDefinition, NetworkBase } from './network.ts'
import type { Place } from './place.ts'

/**
 * What the typed views share. Of the definition it keeps a few texts. The tree of the config is an order of magnitude larger
 * than its text, so it is read when it is asked for, which for most networks of a cluster is never, and held weakly: it
 * stays for as long as one piece of synchronous work goes on, and is read again another day.
 */
export abstract class NetworkView implements NetworkBase {
  readonly reference: NetworkBase['reference']
  declare readonly resourceName?: string
  declare readonly links?: string
  declare readonly ignore?: string
  readonly #text: string | undefined
  #config: WeakRef<CniConfig> | undefined
  #asked: Pick<NetworkBase, 'ipamType' | 'nameBytes'> | undefined

  constructor({ metadata, spec }: NetworkAttachmentDefinition) {
    const { namespace, name } = metadata
    this.reference = { kind: 'NetworkAttachmentDefinition', namespace, name }
    const resourceName = metadata.annotations?.[foreignAnnotations.resourceName]
    const links = metadata.annotations?.[annotations.links]
    if (resourceName) this.resourceName = resourceName
    if (links) this.links = links
    const ignore = metadata.annotations?.[annotations.ignore]
    if (ignore) this.ignore = ignore
    this.#text = spec?.config
  }

  get config(): CniConfig {
    const known = this.#config?.deref()
    if (known !== undefined) return known
    const config = readCniConfig(this.#text, this.reference.name)
    this.#config = new WeakRef(config)
    return config
  }

  get configName(): string | undefined {
    const name = this.config.kind === 'plugins' ? this.config.name : undefined
    return name?.place.span && name.value
  }

  get cniVersion(): string | undefined {
    return this.plugin?.cniVersion.value
  }

  get ipam(): JsonNode | undefined {
    return this.plugin && ipamOf(this.plugin)
  }

  get ipamType(): string {
    return this.#whatPodsAsk.ipamType
  }

  get nameBytes(): number | undefined {
    return this.#whatPodsAsk.nameBytes
  }

  get #whatPodsAsk(): Pick<NetworkBase, 'ipamType' | 'nameBytes'> {
    this.#asked ??= { ipamType: typeOf(this.ipam), nameBytes: bytesOf(this.config) }
    return this.#asked
  }

  abstract get plugin(): Plugin | undefined

  field(key: string, ...rest: readonly (string | number)[]): Place {
    const { plugin } = this
    if (plugin === undefined) return { path: [...configPath, key, ...rest] }
    return placeInside(plugin, lastSpelling(plugin, key), [key, ...rest])
  }

  annotation(key: string): Place {
    return { path: ['metadata', 'annotations', key] }
  }
}

/** As every plugin finds it: any spelling, the last one that is not null. One of the wrong type stops Multus, so it comes first. */
function ipamOf({ received }: Plugin): JsonNode | undefined {
  const conf = decodeGo(received, pluginConf)
  const wrong = conf.mismatches.find(({ path }) => path.length === 1 && path[0] === 'ipam')
  return wrong?.origin.node ?? conf.origin(['ipam'])?.node
}

function typeOf(ipam: JsonNode | undefined): string {
  if (ipam?.kind !== 'object') return ''
  const type = ipam.members.findLast(({ key }) => goFold(key.value) === goFold('type'))?.value
  return type?.kind === 'string' ? type.value : ''
}

function bytesOf(config: CniConfig): number | undefined {
  if (config.kind !== 'plugins' || config.name === undefined) return undefined
  return new TextEncoder().encode(config.name.value).length
}
