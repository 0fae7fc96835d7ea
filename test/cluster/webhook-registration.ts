import type { Cluster } from './cluster.ts'
import { until } from './until.ts'

export interface WebhookRegistration {
  readonly kind: 'Mutating' | 'Validating'
  /** A name with two dots, as Kubernetes wants it; also of the configuration object. */
  readonly name: string
  readonly url: string
  /** PEM. */
  readonly ca: string
  /** Only objects of this namespace are sent. */
  readonly namespace: string
  /** Further fields of the webhook: `objectSelector`, `rules` (default: CREATE of pods), ... */
  readonly fields?: Readonly<Record<string, unknown>>
}

/**
 * Registers a webhook by hand and returns when the API server really calls it, which is a little later than it accepts
 * the configuration. `probe` is an object that the webhook is called for, by default a pod; it is only sent as a dry run.
 */
export async function registerWebhook(
  cluster: Cluster,
  registration: WebhookRegistration,
  probe: unknown,
  collection = `/api/v1/namespaces/${registration.namespace}/pods`,
): Promise<void> {
  const { kind, name } = registration
  const path = `/apis/admissionregistration.k8s.io/v1/${kind.toLowerCase()}webhookconfigurations`
  const { status, body } = await cluster.request(path, { method: 'POST', body: configuration(registration) })
  if (status !== 201) throw new Error(`${name} could not be registered: ${status} ${body}`)
  await until(`${name} is called`, async () => {
    await cluster.request(`${collection}?dryRun=All`, { method: 'POST', body: probe })
    const metrics = await cluster.metrics()
    return metrics.includes(`apiserver_admission_webhook_admission_duration_seconds_count{name="${name}"`)
  })
}

function configuration({ kind, name, url, ca, namespace, fields }: WebhookRegistration) {
  const webhook = {
    name,
    clientConfig: { url, caBundle: Buffer.from(ca).toString('base64') },
    admissionReviewVersions: ['v1'],
    sideEffects: 'None',
    failurePolicy: 'Fail',
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
    ...fields,
  }
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: `${kind}WebhookConfiguration`,
    metadata: { name },
    webhooks: [webhook],
  }
}
