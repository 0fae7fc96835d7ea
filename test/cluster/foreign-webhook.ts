import type { Test } from 'tap'
import type { Cluster } from './cluster.ts'
import { createObject, deleteObject } from './create-object.ts'

const configurations = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations'
const createPods = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }

/** A webhook as another program registers it, or somebody by hand. */
export interface Foreign {
  readonly configuration: string
  readonly webhook: string
  readonly fields?: object
}

const operators: Foreign = {
  configuration: 'network-resources-injector-config',
  webhook: 'network-resources-injector-config.k8s.io',
  fields: { rules: [{ ...createPods, apiGroups: ['apps', ''] }] },
}

/** Names, rules and policies of the real ones. */
export const foreign = {
  operators,
  withCondition: {
    ...operators,
    fields: {
      matchConditions: [
        {
          name: 'include-networks-annotation',
          expression:
            'has(object.metadata.annotations) && "k8s.v1.cni.cncf.io/networks" in object.metadata.annotations',
        },
      ],
    },
  },
  byHand: {
    configuration: 'network-resources-injector-mutating-config',
    webhook: 'network-resources-injector-mutating-config.k8s.cni.cncf.io',
  },
  kubemacpool: { configuration: 'kubemacpool-mutator', webhook: 'mutatepods.kubemacpool.io' },
  istio: { configuration: 'istio-sidecar-injector', webhook: 'namespace.sidecar-injector.istio.io' },
  kyverno: {
    configuration: 'kyverno-resource-mutating-webhook-cfg',
    webhook: 'mutate.kyverno.svc-ignore',
    fields: { reinvocationPolicy: 'IfNeeded', sideEffects: 'NoneOnDryRun' },
  },
  elsewhere: {
    configuration: 'somebody-elsewhere',
    webhook: 'pods.elsewhere.example.com',
    fields: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-public' } } },
  },
} as const satisfies Readonly<Record<string, Foreign>>

/** For the pods of a namespace, until the test ends. Nobody answers for it, and nobody waits for that. */
export async function registerForeign(
  t: Test,
  cluster: Cluster,
  namespace: string,
  { configuration, webhook, fields }: Foreign,
): Promise<void> {
  t.teardown(() => deleteObject(cluster, `${configurations}/${configuration}`))
  const fixed = {
    name: webhook,
    clientConfig: { service: { namespace: 'default', name: 'nobody', path: '/mutate' } },
    rules: [createPods],
    failurePolicy: 'Ignore',
    sideEffects: 'None',
    admissionReviewVersions: ['v1'],
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  }
  await createObject(cluster, configurations, {
    metadata: { name: configuration },
    webhooks: [{ ...fixed, ...fields }],
  })
}
