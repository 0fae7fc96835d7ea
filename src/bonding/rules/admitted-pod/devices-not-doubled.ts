import type { AdmittedPod } from '../../admitted-pod.ts'
import { rule } from '../rule.ts'
import { requestedText } from './requested-text.ts'

export default rule({
  id: 'devices-not-doubled',
  object: 'admitted-pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'no resource is requested more often than the networks need it',
  why: 'The network-resources-injector with honor-resources adds its count on top of what it finds, so that each pod holds twice the virtual functions that it uses.',
  sources: ['k8snetworkplumbingwg/network-resources-injector pkg/webhook/webhook.go:640-670'],
  examples: {
    bad: [{ devices: { 'openshift.io/port0': '2', 'openshift.io/port1': '1' } }],
    good: [{ devices: { 'openshift.io/port0': '1', 'openshift.io/port1': '1', 'openshift.io/port7': '3' } }],
  },
  check({ pod, completed, changes, devices, devicesFrom }, report) {
    if (!completed || changes.length > 0) return
    for (const balance of devices) {
      const { needed, present, place } = balance
      if (present > needed)
        report(place, `${requestedText(pod, balance)}, its networks need ${needed}`, fixes[devicesFrom])
    }
  },
})

const fixes: Readonly<Record<AdmittedPod['devicesFrom'], string>> = {
  add: 'Request none in the pod; if an injector doubled them, use --devices=leave',
  leave: 'Request none in the pod: another webhook adds them on top',
}
