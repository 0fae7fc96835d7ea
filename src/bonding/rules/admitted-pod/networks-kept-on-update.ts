import { foreignAnnotations } from '../../keys.ts'
import { podAnnotation } from '../../pod.ts'
import { networksPlace } from '../pod/places.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'networks-kept-on-update',
  object: 'admitted-pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the networks annotation of a pod that exists stays as it is',
  why: 'Multus reads the annotation when a sandbox is made, and again when it is made anew after a reboot of the node. Until then the change does nothing; then the pod comes up differently, perhaps without its bond.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go, CmdAdd'],
  examples: {
    bad: [
      {
        before: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
        networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,oam@oam0',
      },
    ],
    good: [{ before: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' }],
  },
  check({ pod, before }, report) {
    if (before === undefined || before.networks === podAnnotation(pod, foreignAnnotations.networks)) return
    const found = 'changed: a new sandbox reads it'
    report(networksPlace, found, 'Make the pod anew')
  },
})
