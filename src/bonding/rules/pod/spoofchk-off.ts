import { rule } from '../rule.ts'
import { onePerNetwork, sriovLinks } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const xor = { with: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"' }
const link = (more: string, port: number) => ({
  with: `"trust": "on"${more}`,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${port}` },
})

export default rule({
  id: 'spoofchk-off',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'spoofchk is off where a bond sends with another MAC address',
  why: 'In the modes in which the links share one MAC address, some NICs (Mellanox) drop what a virtual function sends under an address that is not its own.',
  sources: ['Linux drivers/net/ethernet/mellanox/mlx5/core/esw/acl'],
  examples: {
    bad: [
      {
        networks,
        definitions: { 'bond-net1': xor, sriovnet1: link(', "spoofchk": "on"', 0), sriovnet2: link('', 1) },
      },
    ],
    good: [
      {
        networks,
        definitions: { 'bond-net1': xor, sriovnet1: link(', "spoofchk": "off"', 0), sriovnet2: link('', 1) },
      },
    ],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const mode = bond.network.settings?.mode
      if (mode !== 'balance-rr' && mode !== 'balance-xor' && mode !== 'broadcast' && mode !== '802.3ad') continue
      for (const { network, settings } of onePerNetwork(sriovLinks(pod, bond))) {
        if (settings.spoofchk !== 'on') continue
        const options = { on: network, reveals: [bond.network, network] }
        report(network.field('spoofchk'), `on, but ${mode} has one MAC`, 'Set "spoofchk": "off"', options)
      }
    }
  },
})
