import { attachmentOf } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { askedAt } from './places.ts'

export default rule({
  id: 'links-on-one-resource',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond have different resources',
  why: 'The device plugin promises nothing about which physical function a device of a pool comes from: both virtual functions may be of one, and the bond then goes down with it. It works, and half of the published pods do it.',
  sources: [
    'k8snetworkplumbingwg/sriov-network-device-plugin pkg/resources/server.go:243-247',
    'run: both VFs from one PF, cable pulled: "now running without any active interface" (Linux 6.12)',
  ],
  examples: {
    bad: [
      'sriovnet1@net1,sriovnet1@net2',
      { definitions: { sriovnet2: { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port0' } } } },
    ],
    good: ['sriovnet1@net1,sriovnet2@net2'],
  },
  check(pod, report) {
    for (const { network } of pod.bonds) {
      const first = new Map<string, string>()
      for (const link of network.linkNames ?? []) {
        const feeder = attachmentOf(pod, link)
        const resource = feeder?.network?.resourceName
        if (feeder?.network === undefined || resource === undefined) continue
        const other = first.get(resource)
        first.set(resource, link)
        if (other === undefined) continue
        const found = `${other} and ${link} share ${resource}`
        const { place, options } = askedAt(pod, feeder)
        report(place, found, 'Use one a port', { ...options, reveals: [network, feeder.network] })
      }
    }
  },
})
