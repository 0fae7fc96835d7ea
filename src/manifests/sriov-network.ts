import { foreignAnnotations } from '../bonding/keys.ts'
import { FieldReader } from './field-reader.ts'
import { type ManifestObject, textAt } from './manifest-object.ts'
import type { DefinitionReading } from './network-definition.ts'
import { renderSriovConfig } from './sriov-network-config.ts'

/** Is it a SriovNetwork, of which the SR-IOV Network Operator makes a NetworkAttachmentDefinition? */
export function isSriovNetwork({ apiVersion, kind }: Pick<ManifestObject, 'apiVersion' | 'kind'>): boolean {
  return kind === 'SriovNetwork' && apiVersion.startsWith('sriovnetwork.openshift.io/')
}

/** The operator's own prefix, `RESOURCE_PREFIX`; sites that change it give the networks themselves. */
const resourcePrefix = 'openshift.io'

/**
 * The NetworkAttachmentDefinition that the operator would make of a SriovNetwork.
 *
 * @param namespace for objects that name none
 */
export function readSriovNetwork(object: ManifestObject, namespace: string): DefinitionReading {
  const { name } = object
  const resource = textAt(object.node, ['spec', 'resourceName'])
  if (!name) return fragment(object, ['metadata', 'name'])
  if (!resource) return fragment(object, ['spec', 'resourceName'])
  const fields = new FieldReader(object)
  const target = fields.text(['spec', 'networkNamespace'])
  const config = renderSriovConfig(fields, name)
  if (fields.problems.length > 0) return { kind: 'refused', problems: fields.problems }
  const metadata = {
    name,
    namespace: target || object.namespace || namespace,
    annotations: { [foreignAnnotations.resourceName]: `${resourcePrefix}/${resource}` },
  }
  return { kind: 'definition', definition: { metadata, spec: { config } } }
}

/** What one layer of kustomize changes in another looks like this, and is right where it stands: a warning only. */
function fragment(object: ManifestObject, path: readonly string[]): DefinitionReading {
  const fields = new FieldReader(object)
  fields.report(path, 'is missing, so that no network is made of this SriovNetwork', 'Write it, or leave this file out')
  return { kind: 'refused', problems: fields.problems.map(problem => ({ ...problem, severity: 'warning' })) }
}
