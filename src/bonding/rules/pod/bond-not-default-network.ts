import { foreignAnnotations } from '../../keys.ts'
import { rule } from '../rule.ts'

const key = foreignAnnotations.defaultNetwork

export default rule({
  id: 'bond-not-default-network',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: "a bond is not the pod's default network",
  why: 'The default network is attached first, when no link is there yet: "failed to confirm that link (net1) exists".',
  sources: [
    'k8snetworkplumbingwg/bond-cni issue 21',
    'k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:716-731',
  ],
  examples: {
    bad: [{ annotations: { [key]: 'demo/bond-net1' } }],
    good: [
      {
        annotations: { [key]: 'macvlan-conf' },
        definitions: { 'kube-system/macvlan-conf': '{"cniVersion":"0.3.1","type":"macvlan"}' },
      },
    ],
  },
  check({ defaultNetwork }, report) {
    if (defaultNetwork?.network?.kind !== 'bond') return
    const found = `makes bond ${defaultNetwork.text} the default network`
    report(defaultNetwork.place, found, `Remove ${key}: the bond goes into ${foreignAnnotations.networks}`)
  },
})
