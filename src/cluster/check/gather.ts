import type { CheckApi } from './check-api.ts'
import type { CheckQuestion, Evidence, PodWebhook, Read, ServiceName } from './evidence.ts'
import { madeUpBond, probePod } from './probe-pods.ts'

/**
 * Asks the API server for all that the verdict is made of. Changes nothing.
 *
 * @throws ApiFailure where it cannot be reached, or does not know us
 */
export async function gather(api: CheckApi, question: CheckQuestion): Promise<Evidence> {
  const { namespace, bond, configuration } = question
  // First, since it shows whether there is an API server.
  const webhooks = await api.podWebhooks(configuration)
  const [calls, namespaceLabels, service] = await Promise.all([
    api.podCalls(),
    api.namespaceLabels(namespace),
    serviceOf(api, question.service ?? registeredService(webhooks)),
  ])
  const complete = await api.sendPod(namespace, probePod(bond))
  const refused = await api.sendPod(namespace, probePod(madeUpBond))
  return { question, webhooks, calls, namespaceLabels, service, complete, refused }
}

function registeredService(webhooks: Read<readonly PodWebhook[]>): ServiceName | undefined {
  return webhooks.kind === 'found' ? webhooks.value.find(({ service }) => service !== undefined)?.service : undefined
}

async function serviceOf(api: CheckApi, name: ServiceName | undefined): Promise<Evidence['service']> {
  return name && { ...name, facts: await api.service(name.namespace, name.name) }
}
