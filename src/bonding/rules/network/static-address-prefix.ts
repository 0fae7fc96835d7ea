import { parseCidr } from '../../ip-address.ts'
import { rule } from '../rule.ts'
import { ipamOfType, memberOf } from './ipam.ts'

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
    bad: [addresses('10.0.0.5'), addresses('10.0.0.5/33'), addresses('fd00::5')],
    good: [addresses('10.0.0.5/24'), addresses('fd00::5/64')],
  },
  check(network, report) {
    const ipam = ipamOfType(network, 'static')
    const list = ipam && memberOf(ipam, 'addresses')
    if (list?.kind !== 'array') return
    for (const [index, element] of list.elements.entries()) {
      const address = memberOf(element, 'address')
      if (address?.kind !== 'string' || parseCidr(address.value)) continue
      const text = address.value.slice(0, 50)
      const bare = /^[0-9a-f.:]+$/i.test(text)
      const place = network.field('ipam', 'addresses', index, 'address')
      const right = bare ? `${text}/${text.includes(':') ? 64 : 24}` : '10.56.217.9/24'
      report(place, `"${text}" is no address with a prefix length`, `Write it like "${right}"`)
    }
  },
})
