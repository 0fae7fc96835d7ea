import { rule } from '../rule.ts'
import { fedLinks } from './fed-links.ts'

const macvlan = (mtu: number) => `{"cniVersion":"0.3.1","type":"macvlan","master":"eth1","mtu":${mtu}}`
const networks = 'left@net1,right@net2'
const settings = { rules: { 'links-are-sriov': 'off' } } as const
const pinned = { annotations: { 'bond-injector.io/links': 'left,right' } }

export default rule({
  id: 'bond-mtu-within-links',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the mtu of a bond is not above that of its links',
  why: 'Bond CNI compares before it makes the bond, and takes a missing mtu for 1500: "requested MTU for bond is bigger than that of the slave link". Judged where the config of a link says its mtu: that of a virtual function is set by the policy.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/util/validation.go:18-60', 'run: mtu 9000 on 1500 links'],
  examples: {
    bad: [
      {
        networks,
        definitions: { left: macvlan(1500), right: macvlan(1500), 'bond-net1': { with: '"mtu": 9000', ...pinned } },
        settings,
      },
      { networks, definitions: { left: macvlan(1500), right: macvlan(1400), 'bond-net1': pinned }, settings },
    ],
    good: [
      {
        networks,
        definitions: { left: macvlan(9000), right: macvlan(9000), 'bond-net1': { with: '"mtu": 9000', ...pinned } },
        settings,
      },
    ],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const given = bond.network.settings?.mtu
      if (given === undefined || given < 0) continue
      const mtu = given === 0 ? 1500 : given
      for (const { link, network } of fedLinks(pod, bond)) {
        const least = network.kind === 'link' ? network.mtu : undefined
        if (least === undefined || least >= mtu) continue
        const found = `${given === 0 ? 'missing, which is 1500' : given}, but link ${link} (${network.reference.name}) has ${least}`
        const options = { on: bond.network, reveals: [bond.network, network] }
        report(bond.network.at('mtu'), found, `Set "mtu": ${least} in the bond`, options)
        break
      }
    }
  },
})
