import { parseCidr, parseIp } from '../../ip-address.ts'
import type { JsonNode } from '../../go-json.ts'
import { rule } from '../rule.ts'
import { ipamOfType, memberOf } from './ipam.ts'

const routed = (route: string) =>
  `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "static", "addresses": [{"address": "10.0.0.5/24"}], "routes": [${route}]}}`

export default rule({
  id: 'ipam-routes-readable',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a route of ipam has a network and an address',
  why: 'dst is read in CIDR notation and gw as an address: "invalid CIDR address". With host-local DEL fails as well.',
  sources: [
    'containernetworking/cni pkg/types/types.go Route',
    'run: bond-cni 258926a with host-local, at ADD and DEL',
  ],
  examples: {
    bad: [routed('{"dst": "10.0.0.0"}'), routed('{"dst": "default"}'), routed('{"dst": "10.0.0.0/8", "gw": "10.0.0"}')],
    good: [routed('{"dst": "10.0.0.0/8", "gw": "10.0.0.1"}'), routed('{"dst": "10.0.0.0/8"}')],
  },
  check(network, report) {
    for (const type of ['host-local', 'static']) {
      const ipam = ipamOfType(network, type)
      const routes = ipam && memberOf(ipam, 'routes')
      if (routes?.kind !== 'array') continue
      for (const [index, route] of routes.elements.entries()) {
        const bad = unreadable(route)
        if (!bad) continue
        const { key, text, fix } = bad
        const found = `"${text.slice(0, 50)}" is no ${key === 'dst' ? 'network with a prefix length' : 'address'}`
        report(network.field('ipam', 'routes', index, key), `${found} (${type} cannot read its config)`, fix)
      }
    }
  },
})

function unreadable(route: JsonNode): { key: 'dst' | 'gw'; text: string; fix: string } | undefined {
  const dst = memberOf(route, 'dst')
  const gw = memberOf(route, 'gw')
  if (dst?.kind === 'string' && !parseCidr(dst.value)) {
    return { key: 'dst', text: dst.value, fix: 'Write it like "10.0.0.0/8"' }
  }
  if (gw?.kind === 'string' && gw.value !== '' && !parseIp(gw.value)) {
    return { key: 'gw', text: gw.value, fix: 'Write an address like "10.0.0.1"' }
  }
  return undefined
}
