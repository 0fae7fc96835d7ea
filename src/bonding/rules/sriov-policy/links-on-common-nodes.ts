import { mayShareNode } from '../../sriov-policy-ports.ts'
import { rule } from '../rule.ts'
import { inPolicy, linkPairs } from './in-policy.ts'

export default rule({
  id: 'links-on-common-nodes',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the policies of the links of a bond can select the same node',
  why: 'The scheduler needs one node that offers every resource that the pod asks for; where no node can, the pod stays Pending.',
  sources: [],
  examples: {
    bad: [{ policies: { port0: { nodeSelector: { zone: 'a' } }, port1: { nodeSelector: { zone: 'b' } } } }],
    good: [
      { policies: { port0: { nodeSelector: { zone: 'a' } }, port1: { nodeSelector: { zone: 'a', rack: '1' } } } },
      { policies: { port0: { nodeSelector: { zone: 'a' } }, port1: { nodeSelector: { rack: '1' } } } },
    ],
  },
  check(bond, report) {
    for (const [first, second] of linkPairs(bond)) {
      const [policy] = second.policies
      if (!policy || first.policies.length === 0) continue
      if (first.policies.some(one => second.policies.some(other => mayShareNode(one, other)))) continue
      const found = `no node that ${first.link} of ${bond.network.reference.name} can be on has ${second.resource} for ${second.link}`
      const { place, options } = inPolicy(second, policy, ['nodeSelector'])
      report(place, found, `Select the nodes of ${first.resource}`, options)
    }
  },
})
