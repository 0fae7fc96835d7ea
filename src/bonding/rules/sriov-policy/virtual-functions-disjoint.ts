import { sharedPort } from '../../sriov-policy-ports.ts'
import { rule } from '../rule.ts'
import { inPolicy, suppliesOf } from './in-policy.ts'

const ports = (...pfNames: readonly string[]) => ({ nicSelector: { pfNames } })
const another = { resourceName: 'another', numVfs: 8 }

export default rule({
  id: 'virtual-functions-disjoint',
  object: 'sriov-policy',
  severity: 'error',
  certainty: 'kubernetes',
  summary: 'no two policies take the same virtual functions',
  why: 'The webhook of the SR-IOV operator refuses the second policy ("VF index range is overlapped with existing policy"), and without that webhook the stronger policy takes what the other one counts on.',
  sources: ['k8snetworkplumbingwg/sriov-network-operator pkg/webhook/validate.go validatePfNames, validateRootDevices'],
  examples: {
    bad: [
      { policies: { port0: ports('ens1f0#0-3'), another: { ...another, ...ports('ens1f0#3-7') } } },
      { policies: { another: { ...another, ...ports('ens1f0') } } },
    ],
    good: [
      { policies: { port0: ports('ens1f0#0-3'), another: { ...another, ...ports('ens1f0#4-7') } } },
      {
        policies: {
          port0: { nodeSelector: { zone: 'a' } },
          another: { ...another, ...ports('ens1f0'), nodeSelector: { zone: 'b' } },
        },
      },
    ],
  },
  check(bond, report) {
    const supplies = suppliesOf(bond)
    for (const [index, { link, policy }] of supplies.entries()) {
      const earlier = supplies.slice(0, index).map(supply => supply.policy)
      for (const other of bond.policies) {
        const shared = other === policy || earlier.includes(other) ? undefined : sharedPort(policy, other)
        if (!shared?.overlapping) continue
        const { place, options } = inPolicy(link, policy, shared.path)
        const found = `policies ${policy.reference.name} and ${other.reference.name} both take the same virtual functions of ${shared.port}`
        report(place, found, 'Give each a part of its own, as pfNames [ens1f0#0-3] and [ens1f0#4-7] do', options)
        break
      }
    }
  },
})
