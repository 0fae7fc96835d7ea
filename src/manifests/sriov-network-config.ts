import { parseGoJson } from '../bonding/go-json.ts'
import { foreignAnnotations } from '../bonding/keys.ts'
import type { Path, Place } from '../bonding/place.ts'
import type { FieldReader } from './field-reader.ts'

/**
 * How the SR-IOV Network Operator writes the fields of a SriovNetwork into the config (sriov-network-operator
 * bindata/manifests/cni-config/sriov/sriov-cni-config.yaml and api/v1/helper.go RenderNetAttDef):
 *
 * - `text`, `number`: as JSON; left out where the field is absent and has no `fallback`
 * - `raw`: the field is a text of JSON, pasted as it is
 */
const members: readonly Member[] = [
  { field: 'vlan', key: 'vlan', as: 'number', fallback: '0' },
  { field: 'vlanQoS', key: 'vlanQoS', as: 'number', fallback: '0' },
  { field: 'vlanProto', key: 'vlanProto', as: 'text' },
  { field: 'spoofChk', key: 'spoofchk', as: 'text' },
  { field: 'trust', key: 'trust', as: 'text' },
  { field: 'linkState', key: 'link_state', as: 'text' },
  { field: 'minTxRate', key: 'min_tx_rate', as: 'number' },
  { field: 'maxTxRate', key: 'max_tx_rate', as: 'number' },
  { field: 'capabilities', key: 'capabilities', as: 'raw' },
  { field: 'ipam', key: 'ipam', as: 'raw', fallback: '{}' },
  // The API server fills in the default of the custom resource.
  { field: 'logLevel', key: 'logLevel', as: 'text', fallback: '"info"' },
  { field: 'logFile', key: 'logFile', as: 'text' },
]

interface Member {
  readonly field: string
  readonly key: string
  readonly as: 'text' | 'number' | 'raw'
  readonly fallback?: string
}

/** The text of `spec.config` that the operator renders; what keeps it from doing so is reported to `fields`. */
export function renderSriovConfig(fields: FieldReader, name: string): string {
  const own = members.flatMap(member => {
    const literal = literalOf(fields, member) ?? member.fallback
    return literal === undefined ? [] : [`${JSON.stringify(member.key)}: ${literal}`]
  })
  const head = `"cniVersion": "1.0.0", "name": ${JSON.stringify(name)}`
  const plugin = ['"type": "sriov"', ...own].join(', ')
  const chained = fields.text(['spec', 'metaPlugins']) ?? ''
  if (chained === '') return `{${head}, ${plugin}}`
  expectJson(fields, 'metaPlugins', chained, text => `[${text}]`)
  return `{${head}, "plugins": [{${plugin}}, ${chained}]}`
}

function literalOf(fields: FieldReader, { field, as }: Member): string | undefined {
  const path = ['spec', field]
  const node = fields.node(path)
  if (node === undefined) return undefined
  if (as === 'number') {
    if (node.kind === 'scalar' && Number.isInteger(node.value)) return String(node.value)
    fields.report(path, 'must be a whole number', 'Write it without quotes')
    return undefined
  }
  const text = fields.text(path, 'Put the whole of it in quotes, or behind |')
  if (text === undefined || text === '') return undefined
  if (as === 'text') return JSON.stringify(text)
  expectJson(fields, field, text, each => each)
  // The operator takes out all white space, inside of texts as well (api/v1/helper.go).
  return field === 'ipam' ? text.replace(/\s/g, '') || undefined : text
}

/** @param around what the operator puts around the text, which may be several values */
function expectJson(fields: FieldReader, field: string, text: string, around: (text: string) => string): void {
  if (text.trim() === '') return
  const reading = parseGoJson(around(text))
  if (reading.kind === 'json') return
  const { found, fix } = reading.problem
  fields.report(['spec', field], `is no JSON, so that the operator makes no network: ${found}`, fix)
}

const fieldsByKey = new Map(members.map(({ key, field }) => [key, field]))

/**
 * The field of a SriovNetwork that a place in the rendered network comes from. A place inside a text of JSON
 * (`ipam`) is that of the whole text: the operator writes it anew.
 */
export function sriovNetworkPlace({ path }: Place): Place {
  const [top, second, ...steps] = path
  if (top === 'metadata') {
    return { path: steps[0] === foreignAnnotations.resourceName ? ['spec', 'resourceName'] : path }
  }
  if (top !== 'spec' || second !== 'config') return { path }
  const inPlugin = steps[0] === 'plugins' ? steps.slice(2) : steps
  if (steps[0] === 'plugins' && steps[1] !== 0 && steps.length > 1) return { path: ['spec', 'metaPlugins'] }
  return { path: fieldPath(inPlugin) }
}

function fieldPath([key, ...rest]: Path): Path {
  const field = fieldsByKey.get(String(key))
  if (field !== undefined) return ['spec', field, ...rest]
  return key === 'name' ? ['metadata', 'name'] : ['spec']
}
