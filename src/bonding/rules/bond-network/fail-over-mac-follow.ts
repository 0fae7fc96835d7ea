import { rule } from '../rule.ts'

export default rule({
  id: 'fail-over-mac-follow',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'mode active-backup does not have failOverMac 2',
  why: "With 2 (follow) the new active link gets the old one's MAC address at the moment of the failover, and the driver of an untrusted virtual function refuses that: the bond passes every test until the first failover, and is dead from then on, also when the cable is back. With trusted virtual functions it works; a site that has them may lower this rule.",
  sources: [
    'run: Linux 6.12 and igb, pinned MAC addresses, untrusted: "Error 99 setting MAC of new active slave"',
    'k8snetworkplumbingwg/bond-cni issue 193',
  ],
  examples: {
    bad: ['"failOverMac": 2'],
    good: ['"failOverMac": 1'],
  },
  check(bond, report) {
    const { mode, failOverMac } = bond.settings
    if (mode !== 'active-backup' || failOverMac !== 2) return
    const found = '2 works until the first failover, which untrusted virtual functions do not survive'
    report(bond.at('failOverMac'), found, 'Set "failOverMac": 1')
  },
})
