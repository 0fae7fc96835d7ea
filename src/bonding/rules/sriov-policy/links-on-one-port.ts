import { sharedPort } from '../../sriov-policy-ports.ts'
import { rule } from '../rule.ts'
import { inPolicy, linkPairs } from './in-policy.ts'

export default rule({
  id: 'links-on-one-port',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond come from different physical functions',
  why: 'Two virtual functions of one physical function lose their carrier together, so that the bond protects from nothing. It works, and tests of a bond without its failover pass.',
  sources: ['run: both VFs from one PF, cable pulled: "now running without any active interface" (Linux 6.12)'],
  examples: {
    bad: [
      {
        policies: {
          port0: { nicSelector: { pfNames: ['ens1f0#0-3'] } },
          port1: { nicSelector: { pfNames: ['ens1f0#4-7'] } },
        },
      },
    ],
    good: [
      { policies: { port1: { nicSelector: { pfNames: ['ens1f1#4-7'] } } } },
      { policies: { port1: { nicSelector: { rootDevices: ['0000:3b:00.1'] } } } },
    ],
  },
  check(bond, report) {
    for (const [first, second] of linkPairs(bond)) {
      for (const policy of second.policies) {
        const shared = first.policies.flatMap(other => sharedPort(policy, other) ?? [])[0]
        // What overlaps is refused, which is another rule's to say.
        if (!shared || shared.overlapping) continue
        const links = `${first.link} and ${second.link} of ${bond.network.reference.name}`
        const { place, options } = inPolicy(second, policy, shared.path)
        report(
          place,
          `${links} are both virtual functions of ${shared.port}`,
          `Take ${second.link} from another port`,
          options,
        )
      }
    }
  },
})
