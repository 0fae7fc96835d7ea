import { parseCidr } from '../../ip-address.ts'
import { rule } from '../rule.ts'
import { ipamNets, placeOfMismatch } from './ipam-nets.ts'
import { takenAddresses } from './static-addresses.ts'

const addresses = (text: string) =>
  `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "static", "addresses": [{"address": "${text}"}]}}`

export default rule({
  id: 'static-address-prefix',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'an address of static IPAM has a prefix length',
  why: 'The static plugin reads addresses in CIDR notation: "invalid CIDR address". It does so at ADD only.',
  sources: [
    'containernetworking/plugins plugins/ipam/static/main.go',
    'run: bond-cni 258926a with static, ADD and DEL',
  ],
  examples: {
    bad: [addresses('10.0.0.5'), addresses('10.0.0.5/33'), addresses('fd00::5'), addresses('')],
    good: [addresses('10.0.0.5/24'), addresses('fd00::5/64')],
  },
  check(network, report) {
    for (const net of ipamNets(network, 'static')) {
      // A wrong type: ipam-key-type. A route: ipam-routes-readable.
      if (net.mismatches.some(({ path, stops }) => !stops || path.includes('routes'))) continue
      const [unreadable] = net.mismatches
      if (unreadable) {
        const found = 'no IP address (static cannot read its config)'
        report(placeOfMismatch(net, unreadable), found, 'Write an address like "10.56.217.1", or leave it out')
      }
      for (const { text, path } of unreadable ? [] : takenAddresses(net.value)) {
        if (parseCidr(text)) continue
        const start = text.slice(0, 50)
        const bare = /^[0-9a-f.:]+$/i.test(start)
        const right = bare ? `${start}/${start.includes(':') ? 64 : 24}` : '10.56.217.9/24'
        report(net.place(...path), `"${start}" is no address with a prefix length`, `Write it like "${right}"`)
      }
    }
  },
})
