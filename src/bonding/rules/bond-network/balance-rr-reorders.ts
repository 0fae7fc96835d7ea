import { rule } from '../rule.ts'

export default rule({
  id: 'balance-rr-reorders',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'mode is one that keeps the frames of a flow in order',
  why: 'balance-rr sends frame by frame over all links, so that they arrive out of order, which TCP takes for loss. balance-xor keeps each flow on one link.',
  sources: ['Linux Documentation/networking/bonding.rst, balance-rr'],
  examples: {
    bad: [{ with: '"mode": "balance-rr"', without: ['failOverMac'] }],
    good: [{ with: '"mode": "balance-xor", "xmitHashPolicy": "layer3+4"', without: ['failOverMac'] }],
  },
  check(bond, report) {
    if (bond.settings.mode !== 'balance-rr') return
    report(bond.at('mode'), 'frames arrive out of order', 'Consider balance-xor')
  },
})
