import { bondModes, documentedModes } from '../bonding/rules/bond-network/modes.ts'
import { optional, repeated, withDefault } from './flag.ts'
import { commaList, namespace, oneOf, text } from './flag-values.ts'
import { ruleSetting } from './rule-setting.ts'

/** What a site decides about bonding; the same flags for every command that judges pods. */
export const siteFlags = {
  settings: optional(
    {
      value: 'FILE',
      help: 'A file with settings of the site, instead of the .bond-injector.yaml of this folder or of one above it in its repository; off: none. Flags and variables win over it.',
    },
    text,
  ),
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
  'namespace-isolation': withDefault(
    {
      value: 'on|off',
      help: "Does Multus refuse networks of other namespaces than the pod's own (namespaceIsolation in its configuration)?",
      fallback: 'off',
    },
    oneOf('on', 'off'),
  ),
  'global-namespaces': withDefault(
    {
      value: 'NAMESPACE,...',
      help: 'With --namespace-isolation=on: the namespaces whose networks every pod may use all the same (globalNamespaces; by default what OpenShift sets).',
      fallback: 'default,openshift-multus,openshift-sriov-network-operator,openshift-cnv',
    },
    commaList(namespace),
  ),
  'supported-modes': withDefault(
    {
      value: 'MODE,...',
      help: 'The bonding modes that the platform supports for virtual functions (by default what the documentation of OpenShift lists).',
      fallback: documentedModes.join(','),
    },
    commaList(oneOf(...bondModes)),
  ),
  'switch-lag': withDefault(
    {
      value: 'on|off',
      help: 'Do the switch ports of the physical functions form a static LAG, as the modes balance-rr and balance-xor need?',
      fallback: 'on',
    },
    oneOf('on', 'off'),
  ),
  'bond-cni': withDefault(
    {
      value: 'current|before-2025-05',
      help: 'Which Bond CNI runs on the nodes: builds before May 2025 ignore allSlavesActive, tlbDynamicLb and xmitHashPolicy.',
      fallback: 'current',
    },
    oneOf('current', 'before-2025-05'),
  ),
}
