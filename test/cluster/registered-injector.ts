import type { Test } from 'tap'
import { startBondInjector, type BondInjector, type BondInjectorCall } from './bond-injector-process.ts'
import type { Cluster } from './cluster.ts'
import { deleteObject } from './create-object.ts'
import { containers, labelledPod } from './labelled-pod.ts'
import { networkAttachmentDefinition } from './network-attachment-definition.ts'
import { allowEverywhere, createAccount, type WebhookAccount } from './webhook-account.ts'
import { registerWebhook } from './webhook-registration.ts'

export interface RegisteredInjector extends BondInjector {
  readonly account: WebhookAccount
  /** The webhook's name, as refusals through the API server give it. */
  readonly webhook: string
}

/**
 * Makes the namespace, runs bond-injector with an account that may read NADs and nothing else, and has the API server
 * call it for the labelled pods of that namespace.
 */
export async function registeredInjector(
  t: Test,
  cluster: Cluster,
  namespace: string,
  call: Pick<BondInjectorCall, 'flags' | 'program'> & Registration = {},
): Promise<RegisteredInjector> {
  await cluster.createNamespace(namespace)
  await cluster.installNetworkAttachmentDefinitionCrd()
  const account = await createAccount(cluster, namespace)
  await allowEverywhere(cluster, account)
  const { kubeconfig } = account
  const injector = await startBondInjector(t, cluster.home, { ...call, name: namespace, kubeconfig })
  await injector.untilReady()
  const webhook = await registerMutatePods(t, cluster, injector, namespace, call.fields)
  for (const endpoint of call.validates ?? []) await registerValidating(t, cluster, injector, namespace, endpoint)
  return { ...injector, account, webhook }
}

interface Registration {
  readonly validates?: readonly ValidatingEndpoint[]
  /** Further fields of the mutating webhook. */
  readonly fields?: Readonly<Record<string, unknown>>
}

export type ValidatingEndpoint = 'pods' | 'networks' | 'workloads'

const labelled = { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] }
const writes = ['CREATE', 'UPDATE']

const validating = {
  pods: { objectSelector: labelled, rules: [rule('', ['v1'], ['pods'])] },
  networks: { rules: [rule('k8s.cni.cncf.io', ['v1'], ['network-attachment-definitions'])] },
  workloads: {
    rules: [
      rule('apps', ['v1'], ['deployments', 'statefulsets', 'daemonsets', 'replicasets']),
      rule('batch', ['v1'], ['jobs', 'cronjobs']),
    ],
  },
} as const satisfies Record<ValidatingEndpoint, object>

function rule(group: string, apiVersions: readonly string[], resources: readonly string[]) {
  return { apiGroups: [group], apiVersions, resources, operations: writes }
}

/** Registers one of the /validate endpoints by hand, for one namespace. */
async function registerValidating(
  t: Test,
  cluster: Cluster,
  { url, ca }: BondInjector,
  namespace: string,
  endpoint: ValidatingEndpoint,
): Promise<void> {
  const name = `${endpoint}.${namespace}.bond-injector.test`
  t.teardown(() =>
    deleteObject(cluster, `/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/${name}`),
  )
  const at = url.replace('/mutate/pods', `/validate/${endpoint}`)
  const registration = { kind: 'Validating', name, url: at, ca, namespace, fields: validating[endpoint] } as const
  const { collection, probe } = probeOf(endpoint, namespace)
  await registerWebhook(cluster, registration, probe, collection)
}

/** Where and by what it is found out that the endpoint is called: nobody refuses these. */
function probeOf(
  endpoint: ValidatingEndpoint,
  namespace: string,
): { readonly collection: string; readonly probe: unknown } {
  const pod = labelledPod({ namespace, name: 'probe' }, '')
  switch (endpoint) {
    case 'pods':
      return {
        collection: `/api/v1/namespaces/${namespace}/pods`,
        probe: { ...pod, spec: { ...pod.spec, hostNetwork: true } },
      }
    case 'networks':
      return {
        collection: `/apis/k8s.cni.cncf.io/v1/namespaces/${namespace}/network-attachment-definitions`,
        probe: networkAttachmentDefinition({ namespace, name: 'probe' }, '{"cniVersion":"1.0.0","type":"macvlan"}'),
      }
    case 'workloads': {
      const labels = { app: 'probe' }
      const spec = { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } }
      return {
        collection: `/apis/apps/v1/namespaces/${namespace}/deployments`,
        probe: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'probe', namespace }, spec },
      }
    }
  }
}

/** Registers /mutate/pods by hand, as the chart will do it, for one namespace. Returns the webhook's name. */
export async function registerMutatePods(
  t: Test,
  cluster: Cluster,
  { url, ca }: BondInjector,
  namespace: string,
  more: Registration['fields'] = {},
): Promise<string> {
  const name = `${namespace}.bond-injector.test`
  const selector = { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] }
  const fields = { objectSelector: selector, failurePolicy: 'Fail', ...more }
  t.teardown(() => deleteObject(cluster, `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/${name}`))
  const probe = labelledPod({ namespace, name: 'probe' }, 'of-no-network')
  await registerWebhook(cluster, { kind: 'Mutating', name, url, ca, namespace, fields }, probe)
  return name
}
