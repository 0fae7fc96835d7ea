import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allowCertificates } from '../cluster/certificates-account.ts'
import { writeKubeconfig, type Cluster } from '../cluster/cluster.ts'
import { createObject } from '../cluster/create-object.ts'
import { memberOf } from '../cluster/json-member.ts'
import { storedNetworks, type StoredNetworks } from '../cluster/stored-networks.ts'
import { allowEverywhere, createAccount, type WebhookAccount } from '../cluster/webhook-account.ts'

export interface SiteOptions {
  readonly namespace: string
  /** Where the API server calls the webhook: `https://127.0.0.1:PORT/mutate/pods`. */
  readonly url: string
  /** How the replicas reach the API server, where not directly. */
  readonly apiServer?: string
}

/** What stands in a cluster around the replicas of one bond-injector: all but the replicas themselves. */
export interface Site {
  readonly cluster: Cluster
  readonly namespace: string
  /** Of the MutatingWebhookConfiguration and of its only webhook. */
  readonly webhook: string
  /** `<namespace>/<name>` */
  readonly secret: string
  readonly secretPath: string
  readonly configurationPath: string
  readonly account: WebhookAccount
  /** All that the pods of `pod-kinds.ts` need is there. */
  readonly networks: StoredNetworks
  /** Flags of `serve` for every replica: the account, the certificates in the Secret, the caBundle kept by them. */
  readonly flags: readonly string[]
}

const secretName = 'pair'

/**
 * Makes the namespace, the account with no more rights than the chart gives it, an empty Secret, the networks, and a
 * webhook configuration with the chart's defaults (failurePolicy Fail, 10 s) whose caBundle the replicas have to fill.
 */
export async function createSite(cluster: Cluster, options: SiteOptions): Promise<Site> {
  const { namespace, url, apiServer } = options
  const webhook = `${namespace}.bond-injector.test`
  await cluster.createNamespace(namespace)
  await cluster.installNetworkAttachmentDefinitionCrd()
  const account = await createAccount(cluster, namespace)
  await allowEverywhere(cluster, account)
  await allowCertificates(cluster, account, { secret: secretName, configuration: webhook })
  const networks = storedNetworks(cluster, namespace)
  await networks.createBondAndLinks()
  await networks.create('oam', '{"cniVersion":"1.0.0","type":"macvlan"}')
  const secrets = `/api/v1/namespaces/${namespace}/secrets`
  await createObject(cluster, secrets, { metadata: { name: secretName } })
  const configurations = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations'
  await createObject(cluster, configurations, configuration(namespace, webhook, url))
  const secret = `${namespace}/${secretName}`
  const kubeconfig = apiServer === undefined ? account.kubeconfig : detour(cluster, account, apiServer)
  return {
    cluster,
    namespace,
    webhook,
    secret,
    secretPath: `${secrets}/${secretName}`,
    configurationPath: `${configurations}/${webhook}`,
    account,
    networks,
    flags: [
      `--kubeconfig=${kubeconfig}`,
      `--tls-secret=${secret}`,
      `--tls-name=${new URL(url).hostname}`,
      `--mutating-webhook=${webhook}`,
    ],
  }
}

/** The same account under another address. */
function detour(cluster: Cluster, { name, kubeconfig }: WebhookAccount, server: string): string {
  const token = memberOf(JSON.parse(readFileSync(kubeconfig, 'utf8')), 'users', 0, 'user', 'token')
  return writeKubeconfig(join(cluster.home, `${name}.relayed.kubeconfig`), { ...cluster, server }, String(token))
}

function configuration(namespace: string, name: string, url: string) {
  const webhook = {
    name,
    clientConfig: { url },
    admissionReviewVersions: ['v1'],
    sideEffects: 'None',
    failurePolicy: 'Fail',
    reinvocationPolicy: 'IfNeeded',
    timeoutSeconds: 10,
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    objectSelector: { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
  }
  return { metadata: { name }, webhooks: [webhook] }
}
