import { ipamAddresses } from './ipam-addresses.ts'
import { rule } from '../rule.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'mtu-for-ipv6',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'mtu is 1280 or more where the bond gets IPv6 addresses',
  why: 'Linux has no IPv6 on an interface with a smaller mtu: its settings directory under /proc/sys/net/ipv6 is not there, and configuring the address fails.',
  sources: [
    'Linux net/ipv6/addrconf.c IPV6_MIN_MTU',
    'containernetworking/plugins pkg/ipam/ipam_linux.go ConfigureIface',
  ],
  examples: {
    bad: [
      '"mtu": 1279, "ipam": {"type": "static", "addresses": [{"address": "10.56.217.9/24"}, {"address": "fd00::5/64"}]}',
      '"mtu": 68, "ipam": {"type": "static", "addresses": [{"address": "fd00::5/64"}]}',
      '"mtu": 1200, "ipam": {"type": "whereabouts", "range": "fd00::/64"}',
      '"mtu": 1200, "ipam": {"type": "whereabouts", "ipRanges": [{"range": "fd00::/64"}]}',
    ],
    good: [
      '"mtu": 1280, "ipam": {"type": "whereabouts", "range": "fd00::/64"}',
      '"mtu": 1200, "ipam": {"type": "whereabouts", "range": "10.56.217.0/24"}',
      '"ipam": {"type": "whereabouts", "range": "fd00::/64"}',
    ],
  },
  check(bond, report) {
    const { mtu } = bond.settings
    if (mtu === undefined || mtu < 68 || mtu >= 1280) return
    const address = ipamAddresses(bond).find(text => text.includes(':'))
    if (address === undefined) return
    report(
      bond.at('mtu'),
      `${mtu}, but IPv6 (ipam: ${quoted(address)}) needs 1280 or more`,
      'Use 1500, or at least 1280',
    )
  },
})
