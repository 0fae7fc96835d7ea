import { valueOf } from '../../src/manifests/manifest-node.ts'
import { readPart } from '../../src/manifests/read-part.ts'
import { SourceText } from '../../src/manifests/source-text.ts'
import { canonicalJson } from './canonical-json.ts'
import type { NeighbourReading } from './neighbours-program.ts'
import type { Comparison } from './comparison.ts'
import { yamlText } from './random-yaml.ts'

export const yamlComparison: Comparison = {
  name: 'a YAML document, as kubectl reads it',
  always: [],
  texts: yamlText,
  runs: 8000,
  difference: yamlDifference,
}

/** Says in what the reading of one YAML document differs from sigs.k8s.io/yaml, which kubectl uses. */
function yamlDifference(text: string, { yaml: go }: NeighbourReading): string | undefined {
  const theirs = go.error ?? canonicalJson(JSON.parse(go.json ?? 'null'))
  // Behind a scalar, Go reads no further; a manifest is a map.
  if (go.error === undefined && !/^[{[]/.test(theirs)) return undefined
  const { root, problems } = readPart(new SourceText('test', text), { kind: 'yaml', start: 0, end: text.length })
  const errors = problems.filter(({ severity }) => severity === 'error')
  // What a repeated key hides is judged here and dropped there.
  if (errors.length > 0 && problems.some(({ cause }) => cause === 'duplicate-key')) return undefined
  const refused = errors.length > 0
  const ours = refused ? errors.map(({ message }) => message).join(', ') : canonicalJson(root ? valueOf(root) : null)
  const same = refused ? go.error !== undefined : ours === theirs
  return same ? undefined : `ours: ${ours}\n  Go:   ${theirs}`
}
