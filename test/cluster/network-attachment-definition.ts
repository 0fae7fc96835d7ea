const group = 'k8s.cni.cncf.io'
const names = {
  plural: 'network-attachment-definitions',
  singular: 'network-attachment-definition',
  kind: 'NetworkAttachmentDefinition',
  shortNames: ['net-attach-def'],
}

/** The definition of NADs, with the facts of network-attachment-definition-client v1.7.6 (artifacts/networks-crd.yaml). */
export const networkAttachmentDefinitionCrd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${names.plural}.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names,
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema() } }],
  },
}

/** A NAD with this text as its config. */
export function networkAttachmentDefinition(
  metadata: {
    readonly namespace: string
    readonly name: string
    readonly annotations?: Readonly<Record<string, string>>
  },
  config: string,
) {
  return { apiVersion: `${group}/v1`, kind: names.kind, metadata, spec: { config } }
}

function schema() {
  return { type: 'object', properties: { spec: { type: 'object', properties: { config: { type: 'string' } } } } }
}
