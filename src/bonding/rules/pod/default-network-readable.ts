import { foreignAnnotations } from '../../keys.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

const key = foreignAnnotations.defaultNetwork

export default rule({
  id: 'default-network-readable',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'Multus can read the default-network annotation',
  why: 'Multus reads it with the grammar of the networks annotation, but takes exactly one network: an empty value and two networks stop the pod, and an empty JSON list makes Multus panic.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:716-731'],
  examples: {
    bad: [
      { annotations: { [key]: '' } },
      { annotations: { [key]: 'macvlan-conf, macvlan-two' } },
      { annotations: { [key]: '[]' } },
      { annotations: { [key]: 'a/b/c' } },
    ],
    good: [
      {
        annotations: { [key]: 'macvlan-conf' },
        definitions: { 'kube-system/macvlan-conf': '{"cniVersion":"0.3.1","type":"macvlan"}' },
      },
    ],
  },
  check(pod, report) {
    for (const { found, multus } of problemsOf(pod, 'default-network-readable')) {
      report(annotationPlace(key), `${found} (Multus: ${multus})`, 'Name one network, or remove the annotation')
    }
  },
})
