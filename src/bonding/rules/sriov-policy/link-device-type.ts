import { rule } from '../rule.ts'
import { inPolicy, linkText, suppliesOf } from './in-policy.ts'

export default rule({
  id: 'link-device-type',
  object: 'sriov-policy',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the virtual functions of a bond have a driver of the kernel',
  why: 'With a driver for user space (DPDK) no interface enters the pod. SR-IOV CNI is content with that, and Bond CNI then says "failed to confirm that link (net1) exists".',
  sources: [
    'k8snetworkplumbingwg/bond-cni issue 23',
    'k8snetworkplumbingwg/sriov-network-operator pkg/vars/vars.go:47',
  ],
  examples: {
    bad: [{ policies: { port0: { deviceType: 'vfio-pci' } } }],
    good: [{}, { policies: { port0: { deviceType: 'netdevice', isRdma: true } } }],
  },
  check(bond, report) {
    for (const { link, policy } of suppliesOf(bond)) {
      const { deviceType } = policy
      if (deviceType === '' || deviceType === 'netdevice') continue
      const found = `policy ${policy.reference.name} gives ${linkText(bond, link)} no interface: deviceType ${deviceType}`
      const { place, options } = inPolicy(link, policy, ['deviceType'])
      report(place, found, `Set deviceType: netdevice in policy ${policy.reference.name}`, options)
    }
  },
})
