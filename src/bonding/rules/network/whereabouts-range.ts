import { rule } from '../rule.ts'
import { ipamNets, placeOfMismatch } from './ipam-nets.ts'
import { whereaboutsProblem } from './whereabouts-ranges.ts'

const whereabouts = (more: string) =>
  `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "whereabouts"${more}}}`

export default rule({
  id: 'whereabouts-range',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'whereabouts has ranges that it can read',
  why: 'It needs range or ipRanges in CIDR notation, or addresses: without any, nothing is given out, and the plugin that asked fails: "IPAM plugin returned missing IP config". A file on the node (whereabouts.conf) can hold one for all networks; a site that has it may lower this rule.',
  sources: ['k8snetworkplumbingwg/whereabouts pkg/config/config.go'],
  examples: {
    bad: [
      whereabouts(''),
      whereabouts(', "range": ""'),
      whereabouts(', "ipRanges": []'),
      whereabouts(', "range": "10.56.217.0"'),
      whereabouts(', "range": "10.56.217.10-10.56.217.90"'),
      whereabouts(', "range": "10.56.217.0/24", "ipRanges": [{"range": ""}]'),
      whereabouts(', "range": "10.56.217.0/24", "gateway": "10.56.217.1/24"'),
    ],
    good: [
      whereabouts(', "range": "10.56.217.10-10.56.217.90/24"'),
      whereabouts(', "addresses": [{"address": "10.56.217.9/24"}]'),
      whereabouts(', "range": "10.56.217.0/24"'),
      whereabouts(', "ipRanges": [{"range": "10.56.217.0/24"}]'),
      whereabouts(', "configuration_path": "/etc/whereabouts.conf"'),
    ],
  },
  check(network, report) {
    // OpenShift's page has one of this name, without a range and for no pod: it starts the reconciler of whereabouts.
    if (network.reference.name === 'whereabouts-shim') return
    for (const net of ipamNets(network, 'whereabouts')) {
      const [unreadable] = net.mismatches
      const problem = unreadable ? undefined : whereaboutsProblem(net.value.ipam)
      if (problem) {
        const { path, found, fix, missing } = problem
        report(net.place(...path), found, fix, missing ? { reason: 'FieldValueRequired' } : {})
      }
      // A wrong type: ipam-key-type. A route: ipam-routes-readable.
      if (!unreadable || net.mismatches.some(({ path, stops }) => !stops || path.includes('routes'))) continue
      const found = 'no IP address (whereabouts cannot read its config)'
      report(placeOfMismatch(net, unreadable), found, 'Write an address like "10.56.217.10", or leave it out')
    }
  },
})
