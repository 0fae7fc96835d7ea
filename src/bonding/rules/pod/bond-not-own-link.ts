import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'bond-not-own-link',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'a bond is not called like one of its links',
  why: 'Either Multus finds the name taken, or the link does not exist when Bond CNI looks for it: "failed to confirm that link (net1) exists".',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:104-135'],
  examples: {
    bad: ['sriovnet2@net2,bond-net1@net1', { annotations: { 'bond-injector.io/bonds': 'bond-net1@net2' } }],
    good: ['sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'],
  },
  check(pod, report) {
    for (const { bond, interface: name, place } of problemsOf(pod, 'bond-not-own-link')) {
      report(place, ...wording(networkText(bond.reference, pod.pod.namespace), name), { reveals: [bond] })
    }
    for (const { attachment, network, selected } of pod.bonds) {
      if (selected || !network.linkNames?.includes(attachment.interface)) continue
      report(attachment.place, ...wording(attachment.text, attachment.interface), { reveals: [network] })
    }
  },
})

function wording(bond: string, name: string): readonly [found: string, fix: string] {
  return [`calls ${bond} ${name}, the name of one of its links`, `Write ${bond}@bond0.`]
}
