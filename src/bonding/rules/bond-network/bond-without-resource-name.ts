import { foreignAnnotations } from '../../keys.ts'
import { rule } from '../rule.ts'

const port0 = { [foreignAnnotations.resourceName]: 'openshift.io/port0' }

export default rule({
  id: 'bond-without-resource-name',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'a bond network has no resourceName annotation',
  why: 'A bond needs no device of its own. With the annotation Multus takes one more virtual function for it, one that a link may then lack, and a webhook that counts devices requests one too many.',
  sources: [
    'k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go',
    'k8snetworkplumbingwg/network-resources-injector pkg/webhook/webhook.go:611-638',
  ],
  examples: {
    bad: [{ annotations: port0 }],
    good: [{ annotations: {} }, { annotations: { [foreignAnnotations.resourceName]: '' } }],
  },
  check(bond, report) {
    if (bond.resourceName === undefined) return
    const place = bond.annotation(foreignAnnotations.resourceName)
    const found = `${bond.resourceName}, but a bond takes no device of its own`
    report(place, found, 'Remove the annotation from the bond: only its links carry one', {
      reason: 'FieldValueForbidden',
    })
  },
})
