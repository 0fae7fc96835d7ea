import { executionProblems } from './cni-config/checks.ts'
import { readAsClientLibrary } from './cni-config/client-library.ts'
import { type Delegate, isSaid, readDelegate } from './cni-config/delegate.ts'
import { readList } from './cni-config/list.ts'
import { mentionedTypes } from './cni-config/mentions.ts'
import type { ConfigText, Plugin } from './cni-config/plugin.ts'
import { type ConfigProblem, mostProblems } from './cni-config/problem.ts'
import { readSingle } from './cni-config/single.ts'
import type { ConfigSource } from './cni-config/source.ts'
import type { JsonObject } from './go-json.ts'

export type { ConfigText, Plugin } from './cni-config/plugin.ts'
export type { ConfigProblem, ConfigProblemKind } from './cni-config/problem.ts'

/** No config in the object: Multus looks for a file on the node. */
export interface OnNodeConfig {
  readonly kind: 'on-node'
}

/** No plugin can be made out. `mentions`: the plugin types that a person would still read in it. */
export interface UnreadableConfig {
  readonly kind: 'unreadable'
  /** None only where it is too long. */
  readonly problems: readonly ConfigProblem[]
  readonly mentions: readonly string[]
  /** Of a text that is longer than what is read here: nothing of it was, and there are no problems. In UTF-16 units. */
  readonly tooLong?: number
}

/** `problems` are what Multus, libcni or the skeletons of the plugins refuse all the same. */
export interface PluginsConfig {
  readonly kind: 'plugins'
  readonly form: 'single' | 'list'
  /** At least one. Those without a type are left out; `problems` has them. */
  readonly plugins: readonly Plugin[]
  readonly problems: readonly ConfigProblem[]
  /** The name of the network, filled in where the author gave none; undefined where it is not text. */
  readonly name: ConfigText | undefined
  /** As libcni takes it, `''` where there is none; undefined where it is not text. Plugins can read another one. */
  readonly cniVersion: ConfigText | undefined
  /** The whole config as the author wrote it. */
  readonly written: JsonObject
}

/** spec.config as Multus, libcni and the plugin each would see it. */
export type CniConfig = OnNodeConfig | UnreadableConfig | PluginsConfig

/**
 * The most that is read, in UTF-16 units. Real configs have a thousand; etcd stores 1.5 MB, and to read and to judge that
 * can take seconds, in which a webhook answers nobody: some nanoseconds a character in sound ones, microseconds in bad ones.
 */
export const longestConfig = 32 * 1024

/**
 * Reads spec.config through the whole chain: client library, Multus, libcni, skeleton of the plugins. Never throws.
 * @param objectName the object's name, which a config without one gets
 */
export function readCniConfig(text: string | undefined, objectName: string): CniConfig {
  if (text !== undefined && text.length > longestConfig) return { ...unreadable(text, []), tooLong: text.length }
  return readConfigOfAnySize(text, objectName)
}

/** The same without a bound, to be held against the real programs, which have none. */
export function readConfigOfAnySize(text: string | undefined, objectName: string): CniConfig {
  if (text === undefined || text === '') return { kind: 'on-node' }
  const source = readAsClientLibrary(text, objectName)
  return 'kind' in source ? unreadable(text, [source]) : readNamed(source, readDelegate(source))
}

function readNamed(source: ConfigSource, delegate: Delegate): CniConfig {
  if (delegate.kind === 'none') return unreadable(source.text, delegate.problems)
  const network = delegate.kind === 'single' ? readSingle(source, delegate.conf) : readList(source)
  const { name, cniVersion, plugins } = network
  const own = [...network.problems, ...executionProblems(network)]
  const further = own.filter(problem => !isSaid(problem, delegate))
  const problems = [...delegate.problems, ...further].slice(0, mostProblems)
  if (plugins.length === 0) return unreadable(source.text, problems, delegate.kind === 'list' ? delegate.types : [])
  return { kind: 'plugins', form: delegate.kind, plugins, problems, name, cniVersion, written: source.written }
}

function unreadable(text: string, problems: readonly ConfigProblem[], types: readonly string[] = []): UnreadableConfig {
  return { kind: 'unreadable', problems, mentions: [...new Set([...types, ...mentionedTypes(text)])] }
}
