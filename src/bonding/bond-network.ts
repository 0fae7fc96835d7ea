import { lastSpelling, placeInside } from './bond-network/place.ts'
import { type BondDecoding, bondSettings, decodeBond } from './bond-network/settings.ts'
import type { Plugin } from './cni-config.ts'
import { configPath } from './cni-config/source.ts'
import type { Mismatch, Origin } from './go-decode.ts'
import type { NetworkBase } from './network.ts'
import { NetworkView } from './network-view.ts'
import type { Place } from './place.ts'

/** The keys of bond-cni's config struct (bond/bond.go, 258926a) that are its own. */
export type BondKey =
  | 'mode'
  | 'linksInContainer'
  | 'failOverMac'
  | 'miimon'
  | 'links'
  | 'mtu'
  | 'allSlavesActive'
  | 'tlbDynamicLb'
  | 'xmitHashPolicy'
  | 'ipam'

/** One entry of `links`. */
export interface BondLink {
  /** undefined: the entry has no text under the exact key `name`, and Bond CNI does not find it. */
  readonly name: string | undefined
}

/**
 * The bond's settings with the effect Bond CNI gives them: absent and null are the default.
 * `undefined` where the author's value has the wrong type; the rule about that key's shape has spoken, nobody else judges it.
 */
export interface BondSettings {
  readonly mode: string | undefined
  readonly linksInContainer: boolean | undefined
  readonly failOverMac: number | undefined
  readonly miimon: string | undefined
  readonly links: readonly BondLink[] | undefined
  /** 0: not sent. */
  readonly mtu: number | undefined
  /** null: not sent. */
  readonly allSlavesActive: number | null | undefined
  readonly tlbDynamicLb: number | null | undefined
  readonly xmitHashPolicy: string | null | undefined
  readonly ipamType: string | undefined
}

export interface BondNetwork extends NetworkBase {
  readonly kind: 'bond'
  /** undefined: the config is unreadable, only the rules about networks speak. */
  readonly plugin: Plugin | undefined
  /** undefined with `plugin`. */
  readonly settings: BondSettings | undefined
  /** The names of the links in order, as the kernel will look for them (up to a NUL), if all can be read. */
  readonly linkNames: readonly string[] | undefined
  /** Is the key written (in any spelling that Go accepts) with something else than null? */
  given(key: BondKey): boolean
  /** The first value of the wrong type under that key. */
  mismatch(key: BondKey): Mismatch | undefined
  /** The place of a field, in the author's spelling where it is written: `at('links', 0, 'name')`. */
  at(key: BondKey, ...rest: readonly (string | number)[]): Place
}

export class BondView extends NetworkView implements BondNetwork {
  readonly kind = 'bond'
  /** Weak like the tree that it points into; settings and names are small and stay. */
  #decoding: WeakRef<BondDecoding> | undefined
  #settings: BondSettings | undefined
  #linkNames: readonly string[] | undefined

  get plugin(): Plugin | undefined {
    return this.config.kind === 'plugins' ? this.config.plugins.find(({ type }) => type === 'bond') : undefined
  }

  get settings(): BondSettings | undefined {
    if (this.#settings !== undefined) return this.#settings
    const decoding = this.#decoded
    this.#settings = decoding && bondSettings(decoding)
    return this.#settings
  }

  get linkNames(): readonly string[] | undefined {
    this.#linkNames ??= effectiveNames(this.settings?.links)
    return this.#linkNames
  }

  given(key: BondKey): boolean {
    const node = this.#origin(key)?.node
    return node !== undefined && node.kind !== 'null'
  }

  mismatch(key: BondKey): Mismatch | undefined {
    return this.#decoded?.mismatches.find(({ path }) => path[0] === key)
  }

  at(key: BondKey, ...rest: readonly (string | number)[]): Place {
    const { plugin } = this
    if (plugin === undefined) return { path: [...configPath, key, ...rest] }
    return placeInside(plugin, this.#origin(key) ?? lastSpelling(plugin, key), [key, ...rest])
  }

  get #decoded(): BondDecoding | undefined {
    const known = this.#decoding?.deref()
    if (known !== undefined) return known
    const decoding = this.plugin && decodeBond(this.plugin.received)
    this.#decoding = decoding && new WeakRef(decoding)
    return decoding
  }

  /** The member that decides over a key: one of the wrong type, else the one that Go took the value from. */
  #origin(key: BondKey): Origin | undefined {
    const wrong = this.#decoded?.mismatches.find(({ path }) => path.length === 1 && path[0] === key)
    return wrong?.origin ?? this.#decoded?.origin([key])
  }
}

function effectiveNames(links: readonly BondLink[] | undefined): readonly string[] | undefined {
  // netlink hands the name to the kernel as it is, and for the kernel a NUL ends it.
  const names = links?.map(({ name }) => name?.replace(/\0.*$/s, ''))
  return names?.every(name => name !== undefined) ? names : undefined
}
