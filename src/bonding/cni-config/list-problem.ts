import { configProblem, type ConfigProblem, type ConfigProblemKind, quoted } from './problem.ts'
import { configPath, type ConfigSource, placeOf } from './source.ts'
import type { JsonNode } from '../go-json.ts'
import type { Path } from '../place.ts'

/** How Multus passes on what libcni says of a list. */
export const conflist = 'conflistAdd: error converting the raw bytes into a conflist'

/**
 * Something for which libcni refuses a list, at ADD and DEL.
 * @param steps from the config to the value
 * @param fault libcni's words behind its usual prefix
 */
export function listProblem(
  { text }: ConfigSource,
  kind: ConfigProblemKind,
  steps: Path,
  node: JsonNode,
  fault: string,
  expected?: string,
): ConfigProblem {
  return configProblem({
    kind,
    by: 'libcni',
    ...placeOf([...configPath, ...steps], node),
    upstream: `${conflist}: error parsing configuration list: ${fault}`,
    found: quoted(text, node),
    ...(expected !== undefined && { expected }),
  })
}

const interfaceTypes: Readonly<Record<JsonNode['kind'], string>> = {
  null: '<nil>',
  boolean: 'bool',
  number: 'float64',
  string: 'string',
  array: '[]interface {}',
  object: 'map[string]interface {}',
}

/** What Go's `%T` prints of a value in a map. */
export function interfaceType({ kind }: JsonNode): string {
  return interfaceTypes[kind]
}
