import { conflist, interfaceType, listProblem } from './list-problem.ts'
import { listVersion, type ListText } from './list-version.ts'
import { lastMember } from './members.ts'
import { absentText, injectPlugin, type Injected, type LibcniNetwork } from './plugin.ts'
import { configProblem, type ConfigProblem, quoted } from './problem.ts'
import { configPath, type ConfigSource, placeOf } from './source.ts'
import { goFold } from '../go-fold.ts'
import type { JsonNode } from '../go-json.ts'
import { goQuote } from '../go-quote.ts'

/**
 * A config without a `type`: libcni reads the list as a Go map (libcni/conf.go `NetworkConfFromBytes`), so the keys of the
 * list, unlike those of its plugins, must be spelled exactly.
 */
export function readList(source: ConfigSource): LibcniNetwork {
  const name = listName(source)
  const cniVersion = listVersion(source)
  const injected = { name: name.text ?? absentText('name'), cniVersion: cniVersion.text ?? absentText('cniVersion') }
  const { plugins, problems } = listPlugins(source, injected)
  return {
    name: name.text,
    cniVersion: cniVersion.text,
    plugins,
    problems: [...name.problems, ...cniVersion.problems, ...switchProblems(source), ...problems],
  }
}

/** It is there by now. Where it is another type than text or null, Multus has said so. */
function listName(source: ConfigSource): ListText {
  const node = lastMember(source.map, 'name')?.value
  if (node?.kind === 'string') {
    return { text: { value: node.value, place: placeOf([...configPath, 'name'], node) }, problems: [] }
  }
  const fault = 'invalid name type <nil>'
  const problems = node?.kind === 'null' ? [listProblem(source, 'no-name', ['name'], node, fault)] : []
  return { text: undefined, problems }
}

/** Booleans, or `true` and `false` as text. Multus, which knows the first two, has refused all but null there. */
function switchProblems(source: ConfigSource): readonly ConfigProblem[] {
  return ['disableCheck', 'disableGC', 'loadOnlyInlinedPlugins'].flatMap(key => {
    const node = lastMember(source.map, key)?.value
    if (node === undefined || readSwitch(node) !== undefined) return []
    if (node.kind !== 'null' && key !== 'loadOnlyInlinedPlugins') return []
    const fault =
      node.kind === 'string'
        ? `invalid value ${goQuote(node.value.toLowerCase())} for ${key}`
        : `invalid type ${interfaceType(node)} for ${key}`
    return listProblem(source, 'wrong-type', [key], node, fault, 'true or false')
  })
}

function readSwitch(node: JsonNode | undefined): boolean | undefined {
  if (node?.kind === 'boolean') return node.value
  const word = node?.kind === 'string' ? node.value.toLowerCase() : undefined
  return word === 'true' ? true : word === 'false' ? false : undefined
}

type ListPlugins = Pick<LibcniNetwork, 'plugins' | 'problems'>

function listPlugins(source: ConfigSource, injected: Injected): ListPlugins {
  const node = lastMember(source.map, 'plugins')?.value
  if (node === undefined) return { plugins: [], problems: [misspelled(source)] }
  if (node.kind !== 'array') {
    // Multus has found a list under another spelling; anything but null here it has refused.
    const fault = `invalid 'plugins' type ${interfaceType(node)}`
    return {
      plugins: [],
      problems: node.kind === 'null' ? [listProblem(source, 'no-plugins', ['plugins'], node, fault)] : [],
    }
  }
  if (node.elements.length === 0) {
    return { plugins: [], problems: [listProblem(source, 'no-plugins', ['plugins'], node, 'no plugins in list')] }
  }
  const read = node.elements.map((element, index) => listPlugin(source, element, index, injected))
  return { plugins: read.flatMap(each => each.plugins), problems: read.flatMap(each => each.problems) }
}

function listPlugin(source: ConfigSource, element: JsonNode, index: number, injected: Injected): ListPlugins {
  const written = writtenElement(source, index)
  const path = [...configPath, 'plugins', index]
  if (element.kind === 'object' && written?.kind === 'object') {
    const plugin = injectPlugin({ written, map: element, path }, injected)
    if (plugin.type !== '') return { plugins: [plugin], problems: [] }
  } else if (element.kind !== 'null') return { plugins: [], problems: [] }
  const withoutType = configProblem({
    kind: 'plugin-without-type',
    by: 'libcni',
    ...placeOf(path, element),
    upstream: `${conflist}: failed to parse plugin config ${index}: error parsing configuration: missing 'type'`,
    found: quoted(source.text, element),
  })
  return { plugins: [], problems: [withoutType] }
}

function writtenElement({ written }: ConfigSource, index: number): JsonNode | undefined {
  const plugins = lastMember(written, 'plugins')?.value
  return plugins?.kind === 'array' ? plugins.elements[index] : undefined
}

/**
 * Multus folds the case of `plugins`, libcni does not: it runs nothing, and Multus crashes on the result that is not there.
 * DEL of nothing succeeds.
 */
function misspelled(source: ConfigSource): ConfigProblem {
  const member = source.written.members.findLast(({ key }) => goFold(key.value) === goFold('plugins'))
  const inlinedOnly = readSwitch(lastMember(source.map, 'loadOnlyInlinedPlugins')?.value) === true
  const refusal = "error parsing configuration list: `loadOnlyInlinedPlugins` is true, and no 'plugins' key"
  return configProblem({
    kind: 'plugins-misspelled',
    by: 'libcni',
    stage: inlinedOnly ? 'load' : 'add',
    panics: !inlinedOnly,
    ...placeOf([...configPath, member?.key.value ?? 'plugins'], member?.key),
    upstream: inlinedOnly ? `${conflist}: ${refusal}` : 'invalid memory address or nil pointer dereference',
    ...(member && { found: quoted(source.text, member.key) }),
  })
}
