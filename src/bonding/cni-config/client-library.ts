import { injectedText, lastMember, pathTo, withMember } from './members.ts'
import { configProblem, type ConfigProblem, quoted } from './problem.ts'
import { configPath, type ConfigSource, placeOf } from './source.ts'
import { type JsonNode, type JsonProblem, parseGoJson } from '../go-json.ts'
import { throughGoMap } from '../go-map.ts'
import { lineColumn } from '../line-column.ts'

const upstreamPrefix = 'failed to unmarshal Spec.Config'

/**
 * What the client library does (network-attachment-definition-client 1.7.6 pkg/utils `GetCNIConfigFromSpec`): a config
 * whose exact `name` is missing or empty gets the object's name and is written anew, sorted; all others stay as they are.
 */
export function readAsClientLibrary(text: string, objectName: string): ConfigSource | ConfigProblem {
  const reading = parseGoJson(text)
  return reading.kind === 'json' ? nameConfig(text, reading.root, objectName) : notJson(text, reading.problem)
}

function nameConfig(text: string, root: JsonNode, objectName: string): ConfigSource | ConfigProblem {
  if (root.kind !== 'object') return notAnObject(text, root)
  const trip = throughGoMap(root)
  if (trip.kind === 'overflow') {
    return configProblem({
      kind: 'number-too-big',
      by: 'client-library',
      ...placeOf([...configPath, ...pathTo(root, trip.number)], trip.number),
      upstream: `${upstreamPrefix}: ${trip.goMessage}`,
      found: quoted(text, trip.number),
    })
  }
  const map = trip.node
  if (map.kind !== 'object') return notAnObject(text, map)
  const name = lastMember(map, 'name')?.value
  const missing = name === undefined || (name.kind === 'string' && name.value === '')
  if (!missing) return { text, written: root, root, map }
  const named = withMember(map, 'name', injectedText(map, objectName))
  return { text, written: root, root: named, map: named }
}

/** null leaves the library with a nil map, and putting the name into it is a panic. */
function notAnObject(text: string, root: JsonNode): ConfigProblem {
  const kind = root.kind === 'boolean' ? 'bool' : root.kind
  const panics = kind === 'null'
  return configProblem({
    kind: 'not-an-object',
    by: 'client-library',
    panics,
    ...placeOf(configPath, root),
    upstream: panics
      ? 'assignment to entry in nil map'
      : `${upstreamPrefix}: json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`,
    found: quoted(text, root),
  })
}

function notJson(text: string, { offset, goMessage, found, fix }: JsonProblem): ConfigProblem {
  const end = Math.min(offset + 1, text.length)
  return configProblem({
    kind: 'not-json',
    by: 'client-library',
    path: configPath,
    span: { start: Math.min(offset, end), end },
    upstream: `failed to unmarshal Spec.Config: ${goMessage}`,
    found,
    fix,
    position: lineColumn(text, offset),
  })
}
