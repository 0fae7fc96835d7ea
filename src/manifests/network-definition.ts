import type { NetworkAttachmentDefinition } from '../bonding/network.ts'
import { calloutAtEnd } from './callout-values.ts'
import { FieldReader } from './field-reader.ts'
import type { ManifestObject } from './manifest-object.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import { visibleText } from './visible-text.ts'

export type DefinitionReading =
  | { readonly kind: 'definition'; readonly definition: NetworkAttachmentDefinition }
  /** An object of another kind. */
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly problems: readonly ManifestProblem[] }

const apiVersion = 'k8s.cni.cncf.io/v1'
const kind = 'NetworkAttachmentDefinition'

/**
 * A NetworkAttachmentDefinition from a file, refused for what the API server would refuse; what its config says is
 * judged by the rules. `namespace` is for objects that name none.
 */
export function readDefinition(object: ManifestObject, namespace: string): DefinitionReading {
  if (object.kind.toLowerCase() !== kind.toLowerCase()) return { kind: 'other' }
  const fields = new FieldReader(object)
  if (object.kind !== kind) fields.report(['kind'], `is ${object.kind}`, `Write ${kind}`)
  if (object.apiVersion !== apiVersion) {
    fields.report(
      ['apiVersion'],
      `is ${object.apiVersion}, and ${kind} is known as ${apiVersion} only`,
      `Write ${apiVersion}`,
    )
  }
  const name = readName(fields, 'name')
  const inNamespace = readName(fields, 'namespace') ?? namespace
  const annotations = fields.texts(['metadata', 'annotations'])
  const spec = readSpec(fields)
  if (name === undefined && fields.problems.length === 0) {
    fields.report(['metadata', 'name'], 'is missing, and pods name their networks by it', 'Give the object a name')
  }
  if (name === undefined || fields.problems.length > 0) return { kind: 'refused', problems: fields.problems }
  const metadata = { namespace: inNamespace, name, ...(annotations && { annotations }) }
  return { kind: 'definition', definition: { metadata, ...(spec && { spec }) } }
}

// RFC 1123, as the API server wants it for names and (without dots) namespaces.
const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const names = {
  name: { pattern: new RegExp(`^${label}(?:\\.${label})*$`), length: 253 },
  namespace: { pattern: new RegExp(`^${label}$`), length: 63 },
}

function readName(fields: FieldReader, key: 'name' | 'namespace'): string | undefined {
  const path = ['metadata', key]
  const text = fields.text(path)
  if (text === undefined || text === '') return undefined
  const { pattern, length } = names[key]
  const callout = calloutAtEnd(text)
  const placeholder = /\$\{?\w+\}?|\{\{.*?\}\}|<[A-Za-z][\w -]*>|([@%])\w+\1/.exec(text.slice(0, length))?.[0]
  if (callout !== undefined)
    fields.report(
      path,
      `ends with ${callout}, a callout of the documentation it was copied from`,
      'Take it out',
      'callout',
    )
  else if (placeholder !== undefined)
    fields.report(path, `holds the placeholder ${placeholder}`, 'Fill it in first', 'template')
  else if (!pattern.test(text) || text.length > length) {
    const rule = `at most ${length} small letters, digits and -${key === 'name' ? ' and .' : ''}, with a letter or digit at both ends`
    fields.report(path, `is ${visibleText(JSON.stringify(text))}, which Kubernetes does not take`, `Use ${rule}`)
  }
  return text
}

function readSpec(fields: FieldReader): NetworkAttachmentDefinition['spec'] {
  for (const path of [['config'], ['metadata', 'config']]) {
    if (fields.node(path) !== undefined)
      fields.report(path, 'stands outside spec, where nothing reads it', 'Indent it under spec:')
  }
  const spec = fields.node(['spec'])
  if (spec === undefined) return undefined
  if (spec.kind !== 'map') {
    fields.report(['spec'], 'is no mapping', 'Write config: under it, further right')
    return undefined
  }
  const config = fields.text(
    ['spec', 'config'],
    "Put the whole of it in single quotes (config: '{ ... }'), or behind config: |",
  )
  return { ...(config !== undefined && { config }) }
}
