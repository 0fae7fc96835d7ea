import { repeated, withDefault } from './flag.ts'
import { namespace, oneOf } from './flag-values.ts'
import { ruleSetting } from './rule-setting.ts'

/** What a site decides about bonding; the same flags for every command that judges pods. */
export const siteFlags = {
  rule: repeated(
    { value: 'ID=off|warning|error', help: 'The severity of a rule, where the site wants another than its own.' },
    ruleSetting,
  ),
  discovery: withDefault(
    {
      value: 'on|off',
      help: "May a bond's links be found by looking at the SR-IOV networks of its namespace, where nobody says which they are?",
      fallback: 'on',
    },
    oneOf('on', 'off'),
  ),
  devices: withDefault(
    {
      value: 'add|leave',
      help: 'Add the device requests that the networks need, or leave that to another webhook.',
      fallback: 'add',
    },
    oneOf('add', 'leave'),
  ),
  'default-network-namespace': withDefault(
    {
      value: 'NAMESPACE',
      help: 'Where Multus looks for a default network that is named without a namespace.',
      fallback: 'kube-system',
    },
    namespace,
  ),
}
