import { longestConfig } from '../../cni-config.ts'
import { configPath } from '../../cni-config/source.ts'
import type { Network } from '../../network.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'config-size',
  object: 'network',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'the config of a bond or of a link is short enough to be read here',
  why: 'Multus and the plugins take any size. bond-injector answers for all pods of a cluster, and does not let the config of one network keep it busy: what is longer than 32,768 characters it does not read, and so cannot build a bond with. Real ones have about 1,000. Networks of other types may have any size.',
  sources: [],
  examples: {
    bad: [{ blanks: 40_000 }, { with: '"type": "sriov"', blanks: 40_000 }],
    good: [{ blanks: 1000 }, { config: '{"cniVersion": "1.0.0", "type": "macvlan"}', blanks: 40_000 }],
  },
  check(network, report) {
    const { config } = network
    if (config.kind !== 'unreadable' || config.tooLong === undefined || !isOurs(network, config.mentions)) return
    const found = `${config.tooLong} characters long, and bond-injector reads at most ${longestConfig}`
    report({ path: configPath }, found, 'Take out what no plugin reads; real configs have about 1,000')
  },
})

/** What is neither a bond nor able to feed one has its own plugin to please. */
function isOurs({ kind }: Network, mentions: readonly string[]): boolean {
  return kind === 'bond' || mentions.includes('sriov') || mentions.includes('ib-sriov')
}
