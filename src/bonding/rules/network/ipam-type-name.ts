import { rule } from '../rule.ts'
import { nearest } from '../../did-you-mean.ts'

const ipam = (type: string) => `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "${type}"}}`

/** Those of containernetworking/plugins and OpenShift. */
const known = ['host-local', 'static', 'dhcp', 'whereabouts']

export default rule({
  id: 'ipam-type-name',
  object: 'network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the type of ipam is spelled like the plugin that is meant',
  why: 'It is the name of a program on the node, case and blanks included. A site may have others than the usual ones; this one is nearly the name of one of those. If there is no such program, ADD and DEL fail: "failed to find plugin".',
  sources: ['containernetworking/cni pkg/invoke/find.go'],
  examples: {
    bad: [ipam('Host-Local'), ipam('hostlocal'), ipam('host-local '), ipam('whereabout')],
    good: [ipam('dhcp'), ipam('calico-ipam'), ipam('infoblox')],
  },
  check(network, report) {
    const { ipamType: type, config } = network
    if (type === '' || known.includes(type) || config.kind !== 'plugins' || config.problems.length > 0) return
    if (type.includes('/')) return
    const trimmed = type.trim()
    const [meant] = known.includes(trimmed) ? [trimmed] : nearest(trimmed, known)
    if (meant === undefined) return
    report(network.field('ipam', 'type'), 'no usual plugin', `Did you mean ${meant}?`)
  },
})
