import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { askedAt } from './places.ts'

export default rule({
  id: 'network-namespace-allowed',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'where Multus isolates namespaces, networks are those of the pod or of a global namespace',
  why: 'With namespaceIsolation Multus refuses a network of another namespace than that of the pod, unless globalNamespaces names it. Its configuration is on the nodes: say --namespace-isolation=on where it is set, as on OpenShift.',
  sources: [
    'k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:471-478',
    'k8snetworkplumbingwg/multus-cni pkg/types/conf.go:514,568-576',
  ],
  examples: {
    bad: [
      {
        networks: 'other/oam@oam0',
        definitions: { 'other/oam': { config: '{"cniVersion":"0.3.1","type":"macvlan"}' } },
        settings: { globalNamespaces: ['default', 'openshift-multus'] },
      },
    ],
    good: [
      {
        networks: 'other/oam@oam0',
        definitions: { 'other/oam': { config: '{"cniVersion":"0.3.1","type":"macvlan"}' } },
      },
      {
        networks: 'default/oam@oam0',
        definitions: { 'default/oam': { config: '{"cniVersion":"0.3.1","type":"macvlan"}' } },
        settings: { globalNamespaces: ['default'] },
      },
    ],
  },
  check(planned, report, { globalNamespaces }) {
    if (globalNamespaces === undefined) return
    const own = planned.pod.namespace
    const allowed = new Set([own, ...globalNamespaces])
    for (const attachment of firstOfEach(planned, allowed)) {
      const found = `Multus: namespace isolation enabled, annotation violates permission, pod is in namespace ${own} but refers to target namespace ${attachment.namespace}`
      const fix = `Use a network of namespace ${own}${globalNamespaces.length > 0 ? `, or of ${listed(globalNamespaces)}` : ''}`
      const { place, options } = askedAt(planned, attachment)
      const reveals = options.on ? [options.on] : []
      report(place, found, fix, { ...options, reveals, reason: 'FieldValueForbidden' })
    }
  },
})

/** One of each namespace, the one that its author sees best: links come from where their bond is. */
function firstOfEach({ attachments }: PlannedPod, allowed: ReadonlySet<string>): readonly PlannedAttachment[] {
  const outside = attachments.filter(({ namespace }) => !allowed.has(namespace))
  return [...new Set(outside.map(({ namespace }) => namespace))].flatMap(namespace => {
    const there = outside.filter(attachment => attachment.namespace === namespace)
    const written = there.find(({ origin }) => origin !== 'added')
    return written ?? there.find(({ network }) => network?.kind === 'bond') ?? there[0] ?? []
  })
}
