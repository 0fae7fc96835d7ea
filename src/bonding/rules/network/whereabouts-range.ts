import { rule } from '../rule.ts'
import { ipamOfType, memberOf } from './ipam.ts'

const whereabouts = (more: string) =>
  `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "whereabouts"${more}}}`

export default rule({
  id: 'whereabouts-range',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'whereabouts has a range',
  why: 'It needs range or ipRanges. A file on the node (whereabouts.conf) can hold one for all networks; a site that has it may lower this rule.',
  sources: ['k8snetworkplumbingwg/whereabouts pkg/config/config.go'],
  examples: {
    bad: [whereabouts(''), whereabouts(', "range": ""'), whereabouts(', "ipRanges": []')],
    good: [
      whereabouts(', "range": "10.56.217.0/24"'),
      whereabouts(', "ipRanges": [{"range": "10.56.217.0/24"}]'),
      whereabouts(', "configuration_path": "/etc/whereabouts.conf"'),
    ],
  },
  check(network, report) {
    const ipam = ipamOfType(network, 'whereabouts')
    if (!ipam || memberOf(ipam, 'configuration_path')) return
    const range = memberOf(ipam, 'range')
    const ranges = memberOf(ipam, 'ipRanges')
    if (range?.kind === 'string' && range.value !== '') return
    if (ranges?.kind === 'array' && ranges.elements.length > 0) return
    const fix = 'Add "range": "10.56.217.0/24"'
    report(network.field('ipam', 'range'), 'missing, and whereabouts needs it', fix, { reason: 'FieldValueRequired' })
  },
})
