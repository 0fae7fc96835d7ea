import { annotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { freeInterface } from './free-interface.ts'
import { elementText } from './pasted-text.ts'
import { bondPlace } from './places.ts'
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
    bad: [
      'sriovnet2@net2,bond-net1@net1',
      '[{"name":"bond-net1","interface":"net1"}]',
      { annotations: { 'bond-injector.io/bonds': 'bond-net1@net2' } },
    ],
    good: ['sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'],
  },
  check(pod, report) {
    for (const { bond, interface: name, place } of problemsOf(pod, 'bond-not-own-link')) {
      const listed = pod.attachments.find(each => each.network === bond && each.origin !== 'added')
      const asked = place.path[2] === annotations.bonds ? bondPlace(pod, bond.reference) : place
      const text = networkText(bond.reference, pod.pod.namespace)
      const free = freeInterface(pod, 'bond', 0)
      const right = listed && asked === place ? elementText(pod, listed, free) : `${text}@${free}`
      report(asked, `calls ${text} ${name}, the name of one of its links`, `Write ${right}`, { reveals: [bond] })
    }
    for (const { attachment, network, selected } of pod.bonds) {
      const { interface: name, text, place } = attachment
      if (selected || !network.linkNames?.includes(name)) continue
      const right = elementText(pod, attachment, freeInterface(pod, 'bond', 0))
      report(place, `calls ${text} ${name}, the name of one of its links`, `Write ${right}`, { reveals: [network] })
    }
  },
})
