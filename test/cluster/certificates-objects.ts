import type { Cluster } from './cluster.ts'
import { memberOf } from './json-member.ts'

/** A Secret and a MutatingWebhookConfiguration, as they stand in the cluster. */
export interface CertificateObjectReader {
  readonly secretPath: string
  readonly configurationPath: string
  readonly secret: () => Promise<unknown>
  /** Decoded; empty where there is none. */
  readonly secretText: (key: string) => Promise<string>
  readonly webhooks: () => Promise<unknown>
  /** PEM, of the first webhook; empty where there is none. */
  readonly caBundle: () => Promise<string>
}

export function certificateObjectReader(
  cluster: Cluster,
  namespace: string,
  secret: string,
  configuration: string,
): CertificateObjectReader {
  const secretPath = `/api/v1/namespaces/${namespace}/secrets/${secret}`
  const configurationPath = `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/${configuration}`
  const read = async (path: string): Promise<unknown> => JSON.parse((await cluster.request(path)).body)
  const webhooks = async () => memberOf(await read(configurationPath), 'webhooks')
  return {
    secretPath,
    configurationPath,
    secret: () => read(secretPath),
    secretText: async key => decoded(memberOf(await read(secretPath), 'data', key)),
    webhooks,
    caBundle: async () => decoded(memberOf(await webhooks(), 0, 'clientConfig', 'caBundle')),
  }
}

function decoded(base64: unknown): string {
  return Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64').toString()
}
