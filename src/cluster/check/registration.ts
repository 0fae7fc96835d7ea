import { bondLabel } from '../../bonding/keys.ts'
import type { Trouble } from './answer.ts'
import type { Evidence, PodWebhook } from './evidence.ts'
import { unmet } from './label-selector.ts'

const namespaceLabel = 'kubernetes.io/metadata.name'

/** Why the configuration, as far as it could be read, does not have pods of this namespace sent to us. */
export function registrationTrouble({ question, webhooks, namespaceLabels }: Evidence): Trouble | undefined {
  const { configuration, namespace, bond } = question
  if (webhooks.kind === 'unread') return undefined
  if (webhooks.kind === 'absent') return notRegistered(configuration)
  if (webhooks.value.length === 0) return withoutPods(configuration)
  const { labels, areAll } = knownLabels({ question, namespaceLabels })
  const misses = webhooks.value.map(webhook => selectorTrouble(webhook, labels, areAll, namespace, bond))
  return misses.every(miss => miss !== undefined) ? misses[0] : undefined
}

/** What is known of the labels of the namespace: its name at least. */
export function knownLabels({ question, namespaceLabels }: Pick<Evidence, 'question' | 'namespaceLabels'>) {
  if (namespaceLabels.kind === 'found') return { labels: namespaceLabels.value, areAll: true }
  return { labels: { [namespaceLabel]: question.namespace }, areAll: false }
}

function notRegistered(configuration: string): Trouble {
  return {
    problem: `there is no MutatingWebhookConfiguration ${configuration}, so the API server does not know bond-injector`,
    fix: 'Install bond-injector, or name its configuration with --mutating-webhook',
  }
}

function withoutPods(configuration: string): Trouble {
  return {
    problem: `no webhook of MutatingWebhookConfiguration ${configuration} is called when pods are created`,
    fix: 'Give it a rule for operation CREATE of resource pods, apiGroup "", apiVersion v1',
  }
}

function selectorTrouble(
  { name, namespaceSelector, objectSelector }: PodWebhook,
  labels: Readonly<Record<string, string>>,
  areAll: boolean,
  namespace: string,
  bond: string,
): Trouble | undefined {
  const missed = unmet(namespaceSelector, labels, areAll)
  if (missed !== undefined) {
    return {
      problem: `the namespaceSelector of ${name} leaves namespace ${namespace} out: it wants ${missed}`,
      fix: 'Label the namespace so, change the selector, or check another namespace with --namespace',
    }
  }
  const unlike = unmet(objectSelector, { [bondLabel]: bond })
  if (unlike === undefined) return undefined
  return {
    problem: `the objectSelector of ${name} leaves labelled pods out: it wants ${unlike}`,
    fix: `Let it select the pods that have the label ${bondLabel}, whatever its value, and no others`,
  }
}
