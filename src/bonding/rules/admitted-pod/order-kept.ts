import { rule } from '../rule.ts'
import { networksFix } from './networks-fix.ts'

export default rule({
  id: 'order-kept',
  object: 'admitted-pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the bond still stands behind its links',
  why: 'Multus attaches strictly in list order. A webhook that sorts the list, or rewrites it from a map, can bring the bond before its links, which are not there yet then.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:858-983'],
  examples: {
    bad: [{ networks: 'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2' }],
    good: [{ networks: 'sriovnet2@net2,sriovnet1@net1,bond-net1@bond0' }],
  },
  check(admitted, report) {
    for (const change of admitted.changes) {
      if (change.kind !== 'reordered') continue
      const { bond, link } = change
      const found = `${bond.text}@${bond.interface} stands before its link ${link.text}@${link.interface}: the list was reordered since bond-injector wrote it`
      report(bond.place, found, networksFix(admitted))
    }
  },
})
