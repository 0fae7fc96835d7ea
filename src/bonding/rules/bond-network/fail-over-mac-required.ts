import { rule } from '../rule.ts'
import { missing } from './written.ts'

export default rule({
  id: 'fail-over-mac-required',
  object: 'bond-network',
  severity: 'error',
  certainty: 'documented',
  summary: 'mode active-backup has failOverMac 1',
  why: "With any other value the kernel writes one link's MAC address to another link, which the driver of an untrusted virtual function refuses: while the bond is made, which leaves it with one link.",
  sources: [
    'openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc',
    'run: Linux 6.12 and igb, pinned MAC addresses, untrusted: only 1 survives a pulled cable',
    'k8snetworkplumbingwg/bond-cni issue 11',
  ],
  examples: {
    bad: [{ without: ['failOverMac'] }, '"failOverMac": null', '"failOverMac": 0'],
    good: [
      '"failOverMac": 1',
      { with: '"mode": "balance-xor", "xmitHashPolicy": "layer3+4"', without: ['failOverMac'] },
    ],
  },
  check(bond, report) {
    const { mode, failOverMac } = bond.settings
    // 2 has a rule of its own, and beyond that it is refused at load.
    if (mode !== 'active-backup' || failOverMac !== 0) return
    const given = bond.given('failOverMac')
    const place = bond.at('failOverMac')
    const found = given
      ? `${failOverMac}, but mode active-backup needs 1`
      : `${missing(place)}, but mode active-backup needs it`
    const reason = given ? 'FieldValueInvalid' : 'FieldValueRequired'
    report(place, found, 'Set "failOverMac": 1', { reason })
  },
})
