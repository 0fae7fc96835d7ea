import { rule } from '../rule.ts'

export default rule({
  id: 'mtu-minimum',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'mtu is 68 or more',
  why: 'Less than 68 bytes cannot carry IPv4, and Bond CNI refuses it. 0 means that mtu is not set.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/util/validation.go:24-26'],
  examples: {
    bad: ['"mtu": 60', '"mtu": 1', '"mtu": -1'],
    good: ['"mtu": 68', '"mtu": 0', '"mtu": 9000'],
  },
  check(bond, report) {
    const { mtu } = bond.settings
    if (mtu === undefined || mtu === 0 || mtu >= 68) return
    const found = `${mtu}, but the least is 68 (Bond CNI: invalid bond MTU value (${mtu}), should be 68 or bigger)`
    report(bond.at('mtu'), found, 'Use 1500, or 9000 where the links have it, or leave mtu out')
  },
})
