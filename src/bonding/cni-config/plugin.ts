import { injectedText, withMember } from './members.ts'
import type { ConfigProblem } from './problem.ts'
import { configPath, placeOf } from './source.ts'
import { pluginConf } from './structs.ts'
import { decodeGo } from '../go-decode.ts'
import type { JsonObject, JsonString } from '../go-json.ts'
import type { Path, Place } from '../place.ts'

/** A text of a config, and where it comes from; without a span where the author did not write it. */
export interface ConfigText {
  readonly value: string
  readonly place: Place
}

/** One plugin of a config, as its binary receives it: through Go maps, sorted, with the list's name and cniVersion. */
export interface Plugin {
  readonly type: string
  /** The object its binary decodes; nodes keep their place in the author's text. */
  readonly received: JsonObject
  /** The same as the author wrote it: in the order of the text, repeats included, nothing filled in. */
  readonly written: JsonObject
  /** Where the author wrote it: `['spec','config']` or `['spec','config','plugins',0]`. */
  readonly path: Path
  readonly typePlace: Place
  /** The one that its binary reads: another spelling in its own object can override the one that libcni puts in. */
  readonly cniVersion: ConfigText
}

/** What libcni makes of a config: its plugins, and what it puts into each of them. */
export interface LibcniNetwork {
  /** undefined: not text, which has been said. */
  readonly name: ConfigText | undefined
  readonly cniVersion: ConfigText | undefined
  readonly plugins: readonly Plugin[]
  readonly problems: readonly ConfigProblem[]
}

/** What libcni puts into every plugin of a network. */
export interface Injected {
  readonly name: ConfigText
  readonly cniVersion: ConfigText
}

/** A network's plugin as the author wrote it and as a Go map holds it. */
export interface PluginSource {
  readonly written: JsonObject
  readonly map: JsonObject
  readonly path: Path
}

/**
 * libcni's `buildOneConfig` and what comes of it. (What the pod adds is not here: runtimeConfig, prevResult, deviceID.)
 * @returns its type is empty if it has none
 */
export function injectPlugin(source: PluginSource, injected: Injected): Plugin {
  const { map, written, path } = source
  const version = injectedNode(map, injected.cniVersion)
  const received = withMember(withMember(map, 'name', injectedNode(map, injected.name)), 'cniVersion', version)
  const conf = decodeGo(received, pluginConf)
  const type = conf.origin(['type'])
  const ownVersion = conf.origin(['cniVersion'])
  const overridden = ownVersion !== undefined && ownVersion.node !== version
  return {
    type: conf.value.type,
    received,
    written,
    path,
    typePlace: placeOf([...path, type?.key?.value ?? 'type'], type?.node),
    cniVersion: {
      value: conf.value.cniVersion,
      place: overridden
        ? placeOf([...path, ownVersion.key?.value ?? 'cniVersion'], ownVersion.node)
        : injected.cniVersion.place,
    },
  }
}

function injectedNode(object: JsonObject, { value, place }: ConfigText): JsonString {
  return { ...injectedText(object, value), ...place.span }
}

/** A network's text that is not there. */
export function absentText(key: string): ConfigText {
  return { value: '', place: { path: [...configPath, key] } }
}
