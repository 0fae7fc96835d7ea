import { lastMember } from './members.ts'
import { configProblem, type ConfigProblem, mostProblems, quoted } from './problem.ts'
import { configPath, type ConfigSource, multusMismatch, placeOf, spelled } from './source.ts'
import { netConfList, pluginConf } from './structs.ts'
import { decodeGo, type Decoding, type GoValue, type Origin } from '../go-decode.ts'
import { goFold } from '../go-fold.ts'

type PluginConf = GoValue<typeof pluginConf>
type NetConfList = GoValue<typeof netConfList>

/** What Multus makes of a config. `problems` do not keep us from reading on, unless nothing is left to read. */
export type Delegate =
  | { readonly kind: 'single'; readonly conf: Decoding<PluginConf>; readonly problems: readonly ConfigProblem[] }
  | { readonly kind: 'list'; readonly types: readonly string[]; readonly problems: readonly ConfigProblem[] }
  /** There is no plugin to be found. */
  | { readonly kind: 'none'; readonly problems: readonly ConfigProblem[] }

/** Multus pkg/types `LoadDelegateNetConf`: a `type` makes it a single plugin, whatever else there is. */
export function readDelegate(source: ConfigSource): Delegate {
  const conf = decodeGo(source.root, pluginConf)
  const prefix = 'LoadDelegateNetConf: error unmarshalling delegate config'
  const problems = conf.mismatches
    .slice(0, mostProblems)
    .map(mismatch => multusMismatch(source, conf, mismatch, prefix))
  if (conf.value.type !== '') return { kind: 'single', conf, problems }
  if (conf.mismatches.some(({ path }) => path[0] === 'type')) return { kind: 'none', problems }
  return readDelegateList(source, problems)
}

/** Has Multus stumbled over it already? It and libcni both refuse a plugin without a (proper) type: one cause, one problem. */
export function isSaid({ kind, path }: ConfigProblem, delegate: Delegate): boolean {
  if (kind !== 'plugin-without-type') return false
  return delegate.problems.some(other => {
    const sameStart = path.every((step, index) => other.path[index] === step)
    const behind = other.path.slice(path.length)
    const ofItsType = behind.length === 1 && typeof behind[0] === 'string' && goFold(behind[0]) === 'TYPE'
    return sameStart && (behind.length === 0 || ofItsType)
  })
}

/** `LoadDelegateNetConfList`. Struct fields again: `Plugins` will do, and repeats are decoded one over the other. */
function readDelegateList(source: ConfigSource, above: readonly ConfigProblem[]): Delegate {
  const list = decodeGo(source.root, netConfList)
  const problems = [...above, ...listMismatches(source, list, above)]
  const { plugins } = list.value
  if (list.mismatches.some(({ path }) => path.length === 1 && path[0] === 'plugins')) return { kind: 'none', problems }
  if (plugins === null || plugins.length === 0) {
    return { kind: 'none', problems: [...problems, noPlugins(source, list.origin(['plugins']))] }
  }
  const first = firstPluginProblem(source, list)
  const types = plugins.flatMap(plugin => (plugin === null || plugin.type === '' ? [] : [plugin.type]))
  return { kind: 'list', types, problems: first === undefined ? problems : [...problems, first] }
}

function listMismatches(
  source: ConfigSource,
  list: Decoding<NetConfList>,
  above: readonly ConfigProblem[],
): readonly ConfigProblem[] {
  const prefix = 'LoadDelegateNetConf: failed with: LoadDelegateNetConfList: error unmarshalling delegate conflist'
  const said = new Set(above.map(({ span }) => span?.start))
  return list.mismatches
    .slice(0, mostProblems)
    .filter(({ origin }) => !said.has(origin.node.start))
    .map(mismatch => multusMismatch(source, list, mismatch, prefix))
}

/** An empty list passes Multus's check for nil and panics in the next line. */
function noPlugins({ text, map }: ConfigSource, origin: Origin | undefined): ConfigProblem {
  const type = lastMember(map, 'type')
  const panics = origin?.node.kind === 'array'
  const subject = origin ?? (type && { key: type.key, node: type.value })
  return configProblem({
    kind: origin === undefined ? 'no-type' : 'no-plugins',
    by: 'multus',
    panics,
    ...placeOf([...configPath, ...(subject?.key ? [subject.key.value] : [])], subject?.node),
    upstream: panics
      ? 'index out of range [0] with length 0'
      : "LoadDelegateNetConf: failed with: LoadDelegateNetConfList: delegate must have the 'type' or 'plugin' field",
    ...(subject && { found: quoted(text, subject.node) }),
  })
}

/** Multus looks at the first plugin only; libcni looks at the others. A null there is a nil pointer for Multus. */
function firstPluginProblem({ text }: ConfigSource, list: Decoding<NetConfList>): ConfigProblem | undefined {
  const first = list.value.plugins?.[0]
  if (first === undefined || (first !== null && first.type !== '')) return undefined
  if (list.mismatches.some(({ path }) => path[1] === 0 && (path.length === 2 || path[2] === 'type'))) return undefined
  const path = [...configPath, ...spelled(list, ['plugins']), 0]
  const node = list.origin(['plugins', 0])?.node
  return configProblem({
    kind: 'plugin-without-type',
    by: 'multus',
    panics: first === null,
    ...placeOf(path, node),
    upstream:
      first === null
        ? 'invalid memory address or nil pointer dereference'
        : "LoadDelegateNetConf: failed with: LoadDelegateNetConfList: a plugin delegate must have the 'type' field",
    ...(node && { found: quoted(text, node) }),
  })
}
