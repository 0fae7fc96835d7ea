import { rule } from '../rule.ts'
import { inPolicy, linkText, suppliesOf } from './in-policy.ts'

export default rule({
  id: 'e-switch-legacy',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond are not in switchdev mode',
  why: 'The traffic of a virtual function in switchdev mode passes through its representor, which has to be in a bridge of the node. A SriovNetwork puts it in none, so that the bond is up and nothing passes.',
  sources: [],
  examples: {
    bad: [{ policies: { port0: { eSwitchMode: 'switchdev' } } }],
    good: [{ policies: { port0: { eSwitchMode: 'legacy' } } }],
  },
  check(bond, report) {
    for (const { link, policy } of suppliesOf(bond)) {
      if (policy.eSwitchMode !== 'switchdev') continue
      const { place, options } = inPolicy(link, policy, ['eSwitchMode'])
      const found = `policy ${policy.reference.name} puts ${linkText(bond, link)} in switchdev mode`
      report(place, found, 'Take eSwitchMode out, or bridge the representors', options)
    }
  },
})
