import { sameNetwork } from '../../network-key.ts'
import type { PlannedBond } from '../../planned-pod.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'link-in-one-bond',
  object: 'pod',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'a link belongs to one bond',
  why: 'The kernel moves the link from the first bond to the second without a word, and the first one is left with too few.',
  sources: ['Linux net/core/rtnetlink.c do_set_master'],
  examples: {
    bad: [
      {
        networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,bond-net2@bond1',
        definitions: { 'bond-net2': { with: '"mtu": 1400' } },
      },
    ],
    good: ['sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'],
  },
  check(pod, report) {
    const owners = new Map<string, PlannedBond>()
    for (const bond of pod.bonds) {
      for (const link of new Set(bond.network.linkNames)) {
        const owner = owners.get(link)
        if (!owner) owners.set(link, bond)
        else if (!sameNetwork(owner.attachment, bond.attachment)) {
          report(
            bond.attachment.place,
            `${bond.attachment.text} takes ${link}, a link of ${owner.attachment.text} as well`,
            'Give each bond links of its own, with names of their own',
            { reveals: [bond.network, owner.network], reason: 'FieldValueDuplicate' },
          )
        }
      }
    }
  },
})
