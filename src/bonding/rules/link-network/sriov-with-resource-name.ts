import { foreignAnnotations } from '../../keys.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'sriov-with-resource-name',
  object: 'link-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'an SR-IOV network has a resourceName annotation',
  why: 'It names the extended resource whose devices Multus hands to SR-IOV CNI. Without a device: "LoadConf(): VF pci addr is required". The SR-IOV operator writes it; networks written by hand lack it.',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/config/config.go LoadConf', 'run: sriov-cni without a device'],
  examples: {
    bad: [{ annotations: {} }, { annotations: { [foreignAnnotations.resourceName]: '' } }],
    good: [
      { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port0' } },
      { with: '"deviceID": "0000:3b:02.0"', annotations: {} },
    ],
  },
  check(network, report) {
    if (!network.sriov || network.resourceName !== undefined || network.sriov.deviceID !== '') return
    const found = 'missing, so that no device is there (SR-IOV CNI: VF pci addr is required)'
    const fix = `Add ${foreignAnnotations.resourceName}: <resource of the device plugin>`
    report(network.annotation(foreignAnnotations.resourceName), found, fix, { reason: 'FieldValueRequired' })
  },
})
