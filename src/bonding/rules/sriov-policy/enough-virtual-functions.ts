import { mostDevices } from '../../sriov-policy-ports.ts'
import { rule } from '../rule.ts'
import { inPolicy } from './in-policy.ts'

export default rule({
  id: 'enough-virtual-functions',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the policies make as many virtual functions as one bond needs',
  why: 'The device plugin offers no more devices than there are virtual functions, and a pod that asks for more stays Pending. How many pods there are on a node is not counted.',
  sources: [],
  examples: {
    bad: [{ policies: { port0: { numVfs: 1 } }, resources: ['openshift.io/port0', 'openshift.io/port0'] }],
    good: [{ policies: { port0: { numVfs: 2 } }, resources: ['openshift.io/port0', 'openshift.io/port0'] }],
  },
  check({ network, links }, report) {
    for (const link of links.filter(
      (each, index) => links.findIndex(({ resource }) => resource === each.resource) === index,
    )) {
      const needed = links.filter(({ resource }) => resource === link.resource).length
      const [policy] = link.policies
      const made = link.policies.reduce((sum, each) => sum + (mostDevices(each) ?? Infinity), 0)
      if (!policy || made >= needed) continue
      const { place, options } = inPolicy(link, policy, ['numVfs'])
      const found = `${network.reference.name} needs ${needed} devices ${link.resource}, but a node has ${made} at most`
      report(place, found, `Raise numVfs, or the range of the port`, options)
    }
  },
})
