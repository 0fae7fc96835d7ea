import { goFold } from '../../go-fold.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'dns-with-ipam',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'dns is given together with ipam',
  why: 'Bond CNI copies dns into its result only where an IPAM plugin gives addresses.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go cmdAdd'],
  examples: {
    bad: ['"dns": {"nameservers": ["10.0.0.1"]}', '"dns": {"nameservers": ["10.0.0.1"]}, "ipam": {}'],
    good: [
      '"dns": {"nameservers": ["10.0.0.1"]}, "ipam": {"type": "static", "addresses": [{"address": "10.56.217.9/24"}]}',
      '"dns": {}',
      '"dns": {"nameservers": []}',
    ],
  },
  check(bond, report) {
    const dns = bond.plugin?.received.members.findLast(({ key }) => goFold(key.value) === goFold('dns'))?.value
    if (bond.config.kind !== 'plugins' || bond.config.problems.length > 0) return
    if (bond.settings.ipamType !== '' || dns?.kind !== 'object') return
    const says = dns.members.some(
      ({ value }) => value.kind === 'string' || (value.kind === 'array' && value.elements[0]),
    )
    if (says) report(bond.field('dns'), 'not used without ipam', 'Add ipam, or take dns out')
  },
})
