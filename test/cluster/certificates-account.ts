import type { Cluster } from './cluster.ts'
import { createObject } from './create-object.ts'
import type { WebhookAccount } from './webhook-account.ts'

/** What the account may do beside reading networks, each by name and nothing else. */
export interface CertificateObjects {
  readonly secret: string
  /** A MutatingWebhookConfiguration. */
  readonly configuration: string
}

/** Lets the account do what the mode `--tls-secret` asks of RBAC, and no more. */
export async function allowCertificates(
  cluster: Cluster,
  account: WebhookAccount,
  { secret, configuration }: CertificateObjects,
): Promise<void> {
  const { namespace } = account
  const rbac = '/apis/rbac.authorization.k8s.io/v1'
  const metadata = { name: `${account.name}-certificates` }
  const subjects = [{ kind: 'ServiceAccount', namespace, name: account.name }]
  const bindingTo = (kind: string) => {
    return { metadata, subjects, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: metadata.name } }
  }
  const secrets = { apiGroups: [''], resources: ['secrets'], resourceNames: [secret], verbs: ['get', 'update'] }
  await createObject(cluster, `${rbac}/namespaces/${namespace}/roles`, { metadata, rules: [secrets] })
  await createObject(cluster, `${rbac}/namespaces/${namespace}/rolebindings`, bindingTo('Role'))
  const configurations = {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations'],
    resourceNames: [configuration],
    verbs: ['get', 'patch'],
  }
  await createObject(cluster, `${rbac}/clusterroles`, { metadata, rules: [configurations] })
  await createObject(cluster, `${rbac}/clusterrolebindings`, bindingTo('ClusterRole'))
}
