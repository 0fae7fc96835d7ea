import { rule } from '../rule.ts'

export default rule({
  id: 'switch-lag-present',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'documented',
  summary: 'modes that send through all links at once have a static LAG on the switch',
  why: 'balance-rr and balance-xor send frames of one MAC address through several switch ports. Without a static LAG over these the switch moves the address from port to port with every frame, and frames are lost. The switch cannot be seen from here: say --switch-lag=off where there is none.',
  sources: [
    'Linux Documentation/networking/bonding.rst, "Switch Configuration"',
    'openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc',
  ],
  examples: {
    bad: [
      { with: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"', settings: { switchLag: false } },
    ],
    good: [
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"',
      { with: '"mode": "active-backup"', settings: { switchLag: false } },
    ],
  },
  check(bond, report, { switchLag }) {
    const { mode } = bond.settings
    if (switchLag || (mode !== 'balance-rr' && mode !== 'balance-xor')) return
    const found = `${mode} needs a switch LAG`
    report(bond.at('mode'), found, 'Use active-backup')
  },
})
