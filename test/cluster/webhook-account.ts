import type { Cluster } from './cluster.ts'
import { createObject, deleteObject } from './create-object.ts'
import { memberOf } from './json-member.ts'

/** A ServiceAccount for the webhook's process. */
export interface WebhookAccount {
  readonly namespace: string
  /** Also of its roles and bindings. */
  readonly name: string
  readonly kubeconfig: string
}

/** All that the webhook asks of a cluster. */
const all = ['get', 'list', 'watch']
const rulesOf = (verbs: readonly string[]) => [
  { apiGroups: ['k8s.cni.cncf.io'], resources: ['network-attachment-definitions'], verbs },
]
const rbac = '/apis/rbac.authorization.k8s.io/v1'

/** Makes an account that may do nothing yet. */
export async function createAccount(cluster: Cluster, namespace: string): Promise<WebhookAccount> {
  const name = `bond-injector-${namespace}`
  await createObject(cluster, accounts(namespace), { metadata: { name } })
  return { namespace, name, kubeconfig: cluster.writeKubeconfig(name, await tokenOf(cluster, namespace, name)) }
}

/** As the operator of a cluster does it who wants all tokens of an account void; the kubeconfig holds the old token. */
export async function recreateAccount(cluster: Cluster, { namespace, name }: WebhookAccount): Promise<void> {
  await deleteObject(cluster, `${accounts(namespace)}/${name}`)
  await createObject(cluster, accounts(namespace), { metadata: { name } })
}

/** Writes a new token into the account's kubeconfig. */
export async function rotateToken(cluster: Cluster, { namespace, name }: WebhookAccount): Promise<void> {
  cluster.writeKubeconfig(name, await tokenOf(cluster, namespace, name))
}

/** Lets it read the NADs of all namespaces, with these verbs if not with all that it needs. */
export async function allowEverywhere(cluster: Cluster, account: WebhookAccount, verbs = all): Promise<void> {
  const role = { metadata: { name: account.name }, rules: rulesOf(verbs) }
  await createObject(cluster, `${rbac}/clusterroles`, role)
  await createObject(cluster, `${rbac}/clusterrolebindings`, bindingOf(account, 'ClusterRole'))
}

/** Takes that back. */
export async function forbidEverywhere(cluster: Cluster, { name }: WebhookAccount): Promise<void> {
  await deleteObject(cluster, `${rbac}/clusterrolebindings/${name}`)
  await deleteObject(cluster, `${rbac}/clusterroles/${name}`)
}

/** Lets it read the NADs of one namespace. */
export async function allowIn(cluster: Cluster, account: WebhookAccount, namespace: string): Promise<void> {
  const path = `${rbac}/namespaces/${namespace}`
  await createObject(cluster, `${path}/roles`, { metadata: { name: account.name }, rules: rulesOf(all) })
  await createObject(cluster, `${path}/rolebindings`, bindingOf(account, 'Role'))
}

function bindingOf({ namespace, name }: WebhookAccount, kind: 'Role' | 'ClusterRole') {
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind, name }
  return { metadata: { name }, roleRef, subjects: [{ kind: 'ServiceAccount', namespace, name }] }
}

async function tokenOf(cluster: Cluster, namespace: string, name: string): Promise<string> {
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }
  const answer = await cluster.request(`${accounts(namespace)}/${name}/token`, { method: 'POST', body })
  const token = memberOf(JSON.parse(answer.body), 'status', 'token')
  if (typeof token !== 'string') throw new Error(`no token for ${namespace}/${name}: ${answer.status} ${answer.body}`)
  return token
}

function accounts(namespace: string): string {
  return `/api/v1/namespaces/${namespace}/serviceaccounts`
}
