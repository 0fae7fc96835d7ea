import { rule } from '../rule.ts'
import { ipamNets, ipamTypes, placeOfMismatch } from './ipam-nets.ts'

const routed = (route: string) =>
  `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "static", "addresses": [{"address": "10.0.0.5/24"}], "routes": [${route}]}}`

export default rule({
  id: 'ipam-routes-readable',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a route of ipam has a network and an address',
  why: 'dst is read in CIDR notation and gw as an address: "invalid CIDR address". With host-local and whereabouts DEL fails as well.',
  sources: [
    'containernetworking/cni pkg/types/types.go Route',
    'run: bond-cni 258926a with host-local, at ADD and DEL',
  ],
  examples: {
    bad: [
      routed('{"dst": "10.0.0.0"}'),
      routed('{"dst": "default"}'),
      routed('{"dst": "10.0.0.0/8", "gw": "10.0.0"}'),
      routed('{"dst": null}'),
    ],
    good: [routed('{"dst": "10.0.0.0/8", "gw": "10.0.0.1"}'), routed('{"dst": "10.0.0.0/8"}')],
  },
  check(network, report) {
    for (const type of ipamTypes) {
      for (const net of ipamNets(network, type)) {
        const bad = net.mismatches.find(({ path, stops }) => stops && path.includes('routes'))
        const { node } = bad?.origin ?? {}
        if (!bad || net.mismatches.some(({ stops }) => !stops)) continue
        const text = node?.kind === 'string' ? node.value : ''
        const isNetwork = bad.path.at(-1) === 'dst'
        const found = `"${text.slice(0, 50)}" is no ${isNetwork ? 'network with a prefix length' : 'address'}`
        const fix = isNetwork ? 'Write it like "10.0.0.0/8"' : 'Write an address like "10.0.0.1"'
        report(placeOfMismatch(net, bad), `${found} (${type} cannot read its config)`, fix)
      }
    }
  },
})
