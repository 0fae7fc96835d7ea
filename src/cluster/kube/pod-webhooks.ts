import type {
  V1LabelSelector,
  V1MutatingWebhook,
  V1MutatingWebhookConfiguration,
  V1RuleWithOperations,
} from '@kubernetes/client-node'
import type { PodWebhook } from '../check/evidence.ts'
import type { LabelSelector } from '../check/label-selector.ts'

/** Those webhooks of a configuration that are called when pods are created. */
export function podWebhooks({ webhooks = [] }: V1MutatingWebhookConfiguration): readonly PodWebhook[] {
  return webhooks.filter(({ rules = [] }) => rules.some(createsPods)).map(podWebhook)
}

function createsPods({ apiGroups, apiVersions, operations, resources, scope }: V1RuleWithOperations): boolean {
  const names = (list: readonly string[] | undefined, ...wanted: readonly string[]) =>
    wanted.some(one => list?.includes(one))
  return (
    names(apiGroups, '', '*') &&
    names(apiVersions, 'v1', '*') &&
    names(operations, 'CREATE', '*') &&
    names(resources, 'pods', 'pods/*', '*', '*/*') &&
    scope !== 'Cluster'
  )
}

function podWebhook(webhook: V1MutatingWebhook): PodWebhook {
  const { service, url, caBundle } = webhook.clientConfig
  return {
    name: webhook.name,
    service: service && { namespace: service.namespace, name: service.name },
    url,
    hasAuthority: (caBundle ?? '') !== '',
    // The API server fills its default in, which is Fail.
    ignoresFailure: webhook.failurePolicy === 'Ignore',
    // The default is Never.
    isReinvoked: webhook.reinvocationPolicy === 'IfNeeded',
    hasConditions: (webhook.matchConditions ?? []).length > 0,
    namespaceSelector: selector(webhook.namespaceSelector),
    objectSelector: selector(webhook.objectSelector),
  }
}

/** Everything is selected. */
const noSelector: LabelSelector = {}

function selector(given: V1LabelSelector | undefined): LabelSelector {
  const { matchLabels, matchExpressions } = given ?? noSelector
  return {
    ...(matchLabels && { matchLabels }),
    ...(matchExpressions && {
      matchExpressions: matchExpressions.map(({ key, operator, values = [] }) => ({ key, operator, values })),
    }),
  }
}
