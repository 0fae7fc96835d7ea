import type { AdmittedPod } from '../../admitted-pod.ts'
import { rule } from '../rule.ts'
import { setBack } from './networks-fix.ts'
import { requestedText } from './requested-text.ts'

export default rule({
  id: 'devices-requested',
  object: 'admitted-pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'each resource is requested as often as the final list of networks needs it',
  why: 'SR-IOV CNI fails for an attachment without a device: "VF pci addr is required". Requests can be missing because --devices=leave relies on an injector that did not act, or because a later webhook removed them or added networks.',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/config/config.go, LoadConf'],
  examples: {
    bad: [{ devices: {} }, { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,sriovnet1@spare' }],
    good: [{}, { devices: { 'openshift.io/port0': '1', 'openshift.io/port1': '1' } }],
  },
  check(admitted, report) {
    const { pod, completed, changes, devices } = admitted
    // What is not attached needs nothing; that is told already.
    if (!completed || changes.length > 0) return
    const [cause, fix] = causeAndFix(admitted)
    for (const balance of devices) {
      const { needed, present, place } = balance
      if (present >= needed) continue
      const found = `${requestedText(pod, balance)}, and the networks need ${needed}${cause}`
      report(place, found, fix, { reason: 'FieldValueRequired' })
    }
  },
})

/** Who may have done it depends on who was to add the devices. */
function causeAndFix({ before, devicesFrom }: AdmittedPod): readonly [cause: string, fix: string] {
  if (before !== undefined) return ['', `${setBack}: the requests of a pod that exists cannot be changed`]
  return devicesFrom === 'leave'
    ? [
        ': nobody added devices, or a later webhook removed requests or added a network',
        'Run bond-injector with --devices=add, behind whatever adds networks',
      ]
    : [
        ': a later webhook removed requests or added a network',
        'Let it be called before bond-injector, or have bond-injector called once more behind it (reinvocationPolicy: IfNeeded)',
      ]
}
