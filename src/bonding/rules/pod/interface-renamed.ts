import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'interface-renamed',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'an attachment that gets a name had the same one by position',
  why: 'The label asks for a complete pod, and in it the bond has a name of its own. An application that looks for the name by position (net3) must be told.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:94-107'],
  examples: {
    bad: ['demo/sriovnet1, demo/sriovnet2, demo/bond-net1', 'sriovnet1@net1,sriovnet2@net2,bond-net1'],
    good: ['demo/sriovnet1, demo/sriovnet2, demo/bond-net1@bond0', 'sriovnet1,sriovnet2,bond-net1@net3'],
  },
  check(pod, report) {
    for (const { attachment, before } of problemsOf(pod, 'interface-renamed')) {
      const { text, interface: now, place } = attachment
      report(place, `${text} becomes ${now}; by position it was ${before}`, `Write ${text}@${before} to keep ${before}`)
    }
  },
})
