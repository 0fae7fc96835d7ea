import { interfaceType, listProblem } from './list-problem.ts'
import { lastMember } from './members.ts'
import { absentText, type ConfigText } from './plugin.ts'
import type { ConfigProblem } from './problem.ts'
import { configPath, type ConfigSource, placeOf } from './source.ts'
import { newestKnown, readVersion } from './version.ts'
import type { JsonArray, JsonNode } from '../go-json.ts'

/** A text of a list, and what is wrong with it. */
export interface ListText {
  /** undefined: there is none that could be judged further. */
  readonly text: ConfigText | undefined
  readonly problems: readonly ConfigProblem[]
}

/** The version that libcni takes for a list: its `cniVersion`, or the newest one it knows of that and `cniVersions`. */
export function listVersion(source: ConfigSource): ListText {
  const own = ownVersion(source)
  const others = lastMember(source.map, 'cniVersions')?.value
  if (others === undefined || own.text === undefined) return own
  if (others.kind !== 'array') {
    const fault = 'invalid type for cniVersions: []interface {}'
    return { ...own, problems: [listProblem(source, 'wrong-type', ['cniVersions'], others, fault, 'a list of texts')] }
  }
  const problems = [...entryProblems(source, others), ...comparisonProblem(source, own.text)]
  if (problems.length > 0) return { text: undefined, problems }
  const candidates = [...others.elements.map(entryText), own.text]
  const newest = newestKnown(candidates.map(({ value }) => value).filter(value => value !== ''))
  return { text: candidates.find(({ value }) => value === newest) ?? own.text, problems }
}

/** Where it is another type than text or null, Multus has said so. */
function ownVersion(source: ConfigSource): ListText {
  const node = lastMember(source.map, 'cniVersion')?.value
  if (node === undefined) return { text: absentText('cniVersion'), problems: [] }
  if (node.kind === 'string') {
    return { text: { value: node.value, place: placeOf([...configPath, 'cniVersion'], node) }, problems: [] }
  }
  if (node.kind !== 'null') return { text: undefined, problems: [] }
  const fault = 'invalid cniVersion type <nil>'
  return { text: undefined, problems: [listProblem(source, 'wrong-type', ['cniVersion'], node, fault, 'text')] }
}

function entryProblems(source: ConfigSource, { elements }: JsonArray): readonly ConfigProblem[] {
  return elements.flatMap((node, index) => {
    const steps = ['cniVersions', index]
    if (node.kind !== 'string') {
      const fault = `invalid type for cniVersions index ${index}: ${interfaceType(node)}`
      return listProblem(source, 'wrong-type', steps, node, fault, 'text')
    }
    const reading = readVersion(node.value)
    if (reading.kind === 'version') return []
    const fault = `invalid cniVersions entry ${node.value} at index ${index}: ${reading.goMessage}`
    return listProblem(source, 'version-unsupported', steps, node, fault)
  })
}

function comparisonProblem(source: ConfigSource, { value }: ConfigText): readonly ConfigProblem[] {
  const reading = readVersion(value)
  const node = lastMember(source.map, 'cniVersion')?.value
  if (reading.kind === 'version' || node === undefined) return []
  const fault = `invalid cniVersion ${value}: ${reading.goMessage}`
  return [listProblem(source, 'version-unsupported', ['cniVersion'], node, fault)]
}

function entryText(node: JsonNode, index: number): ConfigText {
  const value = node.kind === 'string' ? node.value : ''
  return { value, place: placeOf([...configPath, 'cniVersions', index], node) }
}
