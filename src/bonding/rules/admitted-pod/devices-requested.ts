import { rule } from '../rule.ts'

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
  check({ completed, changes, devices }, report) {
    // What is not attached needs nothing; that is told already.
    if (!completed || changes.length > 0) return
    for (const { needed, present, place } of devices) {
      if (present >= needed) continue
      report(
        place,
        `${present} requested, and the networks need ${needed}: a later webhook removed requests or added a network, or nobody adds devices`,
        'Run bond-injector with --devices=add, behind whatever adds networks',
        { reason: 'FieldValueRequired' },
      )
    }
  },
})
