import { rule } from '../rule.ts'
import { knownMode } from './modes.ts'

export default rule({
  id: 'fail-over-mac-ignored',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'failOverMac is given in mode active-backup only',
  why: 'The kernel takes it in every mode and uses it in active-backup alone. It is no protection of MAC addresses elsewhere: there the virtual functions must be trusted.',
  sources: [
    'run: Linux 6.12, fail_over_mac 1 in the other modes',
    'Linux drivers/net/bonding/bond_main.c bond_enslave',
  ],
  examples: {
    bad: ['"mode": "balance-xor", "xmitHashPolicy": "layer3+4", "failOverMac": 1'],
    good: [
      '"mode": "balance-xor", "xmitHashPolicy": "layer3+4", "failOverMac": 0',
      { with: '"mode": "balance-xor", "xmitHashPolicy": "layer3+4"', without: ['failOverMac'] },
    ],
  },
  check(bond, report) {
    const { failOverMac } = bond.settings
    const mode = knownMode(bond.settings.mode)
    if (mode === undefined || mode === 'active-backup' || (failOverMac !== 1 && failOverMac !== 2)) return
    report(bond.at('failOverMac'), `unused in ${mode}`, 'Use trust instead')
  },
})
