import { optional, value, withDefault, wrong, type Reading, type Settings } from './flag.ts'
import { namespace, oneOf, text } from './flag-values.ts'

/** The settings of `check`. */
export const checkFlags = {
  namespace: withDefault(
    { short: 'n', value: 'NAMESPACE', help: 'Where the pods are sent to.', fallback: 'default' },
    namespace,
  ),
  bond: withDefault(
    {
      value: 'NAME',
      help: 'A bond network of that namespace, for the pod that must come back complete.',
      fallback: 'bond-injector-check',
    },
    bondName,
  ),
  'mutating-webhook': withDefault(
    {
      value: 'NAME',
      help: 'The MutatingWebhookConfiguration that registers bond-injector.',
      fallback: 'bond-injector',
    },
    text,
  ),
  service: optional(
    {
      value: 'NAMESPACE/NAME',
      help: 'The Service of the webhook, where the configuration does not tell, or may not be read.',
    },
    serviceName,
  ),
  devices: withDefault(
    {
      value: 'add|leave',
      help: 'As serve runs with it: what other webhooks mean for the devices depends on it.',
      fallback: 'add',
    },
    oneOf('add', 'leave'),
  ),
  kubeconfig: optional(
    {
      value: 'FILE',
      help: "How to reach the cluster. Without it: $KUBECONFIG, ~/.kube/config, or the pod's own service account.",
    },
    text,
  ),
  context: optional({ value: 'NAME', help: 'A context of the kubeconfig other than its current one.' }, text),
}

export type CheckSettings = Settings<typeof checkFlags>

/** It becomes the value of a label, which ends at 63 characters. */
function bondName(given: string): Reading<string> {
  const valid = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/.test(given)
  return valid
    ? value(given)
    : wrong('the name of a network (lower case letters, digits, - and ., at most 63 characters)', given)
}

function serviceName(given: string): Reading<{ readonly namespace: string; readonly name: string }> {
  const [first = '', second = '', ...others] = given.split('/')
  const isName = (name: string) => namespace(name).kind === 'value'
  if (!isName(first) || !isName(second) || others.length > 0) {
    return wrong('NAMESPACE/NAME, such as bond-injector/bond-injector', given)
  }
  return value({ namespace: first, name: second })
}
