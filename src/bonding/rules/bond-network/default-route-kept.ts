import { parseCidr } from '../../ip-address.ts'
import type { JsonNode } from '../../go-json.ts'
import { memberOf } from '../network/ipam.ts'
import { rule } from '../rule.ts'

const routed = (...routes: readonly string[]) =>
  `"ipam": {"type": "static", "addresses": [{"address": "10.56.217.9/24"}], "routes": [${routes.map(dst => `{"dst": "${dst}"}`).join(', ')}]}`

export default rule({
  id: 'default-route-kept',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the ipam of a bond has no default route',
  why: "The plugins add it in front of the one that is there: what has no route of its own leaves by the bond, services, DNS and answers to probes from other networks included. Some want just that, and the OpenShift page does it. The annotation's default-route says so for one pod.",
  sources: ['containernetworking/plugins pkg/ipam/ipam_linux.go ConfigureIface', 'run: Linux 6.18'],
  examples: {
    bad: [routed('0.0.0.0/0'), routed('::/0'), routed('0.0.0.0/1', '128.0.0.0/1')],
    good: [routed('10.0.0.0/8'), routed('0.0.0.0/1')],
  },
  check(bond, report) {
    const routes = bond.ipamType === '' ? undefined : bond.ipam && memberOf(bond.ipam, 'routes')
    if (routes?.kind !== 'array') return
    const prefixes = routes.elements.map(prefixOf)
    const whole = prefixes.indexOf(0)
    const halves = prefixes.filter(prefix => prefix === 1).length > 1
    const index = whole >= 0 ? whole : halves ? prefixes.indexOf(1) : -1
    if (index < 0) return
    report(bond.at('ipam', 'routes', index, 'dst'), "takes eth0's default route", 'Narrow it')
  },
})

function prefixOf(route: JsonNode): number | undefined {
  const dst = memberOf(route, 'dst')
  return dst?.kind === 'string' ? parseCidr(dst.value)?.prefixLength : undefined
}
