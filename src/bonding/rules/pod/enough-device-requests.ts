import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

const port0 = { 'openshift.io/port0': '1' }
const spec = { containers: [{ name: 'app', resources: { requests: port0, limits: port0 } }] }
const networks = 'sriovnet1@net1,sriovnet2@net2,sriovnet1@spare'

export default rule({
  id: 'enough-device-requests',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a resource that is requested at all is requested once for each attachment',
  why: 'With --devices=leave another webhook adds the devices. The network-resources-injector leaves a resource alone that any container names already, so too few stay too few, and SR-IOV CNI fails: "VF pci addr is required".',
  sources: ['k8snetworkplumbingwg/network-resources-injector pkg/webhook/webhook.go:611-638'],
  examples: {
    bad: [{ networks, spec, settings: { devices: 'leave' } }],
    good: [{ settings: { devices: 'leave' } }, { networks, spec }],
  },
  check(pod, report) {
    for (const { place, resource, needed, present } of problemsOf(pod, 'enough-device-requests')) {
      const found = `the pod requests ${present} of ${resource}, but ${needed === 1 ? '1 attachment needs one' : `${needed} attachments need one each`}`
      report(place, found, 'Request none and let the injector add them, or run bond-injector with --devices=add')
    }
  },
})
