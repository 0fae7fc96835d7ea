import t from 'tap'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

const twoSets = '"type":"host-local","ranges":[[{"subnet":"10.0.0.0/24"}],[{"subnet":"10.0.1.0/24"}]]'
const twoFixed = '"type":"static","addresses":[{"address":"10.0.0.5/24"},{"address":"10.0.1.5/24"}]'

const cases: readonly {
  readonly name: string
  readonly ipam: string
  readonly version?: string
  readonly beside?: string
  readonly refused: boolean
}[] = [
  { name: 'two sets of one family', ipam: twoSets, refused: true },
  { name: 'two sets, no version', ipam: twoSets, version: '', refused: true },
  { name: 'two sets, the oldest version', ipam: twoSets, version: '0.1.0', refused: true },
  { name: 'two sets, the first version with room', ipam: twoSets, version: '0.3.0', refused: false },
  {
    name: 'the subnet counts as a set',
    ipam: '"type":"host-local","subnet":"10.0.1.0/24","ranges":[[{"subnet":"10.0.0.0/24"}]]',
    refused: true,
  },
  {
    name: 'two sets of IPv6',
    ipam: '"type":"host-local","ranges":[[{"subnet":"fd00::/64"}],[{"subnet":"fd01::/64"}]]',
    refused: true,
  },
  {
    name: 'two ranges of one set',
    ipam: '"type":"host-local","ranges":[[{"subnet":"10.0.0.0/24"},{"subnet":"10.0.1.0/24"}]]',
    refused: false,
  },
  {
    name: 'two families',
    ipam: '"type":"host-local","ranges":[[{"subnet":"10.0.0.0/24"}],[{"subnet":"fd00::/64"}]]',
    refused: false,
  },
  { name: 'two fixed addresses', ipam: twoFixed, refused: true },
  {
    name: 'two fixed addresses, of which args leave one',
    ipam: twoFixed,
    beside: ',"args":{"cni":{"ips":["10.0.0.9/24"]}}',
    refused: false,
  },
  { name: 'two fixed addresses of whereabouts', ipam: twoFixed.replace('static', 'whereabouts'), refused: true },
  {
    name: 'two ranges of whereabouts, which it does not count',
    ipam: '"type":"whereabouts","ipRanges":[{"range":"10.0.0.0/24"},{"range":"10.0.1.0/24"}]',
    refused: false,
  },
]

for (const { name, ipam, version = '0.2.0', beside = '', refused } of cases) {
  t.test(name, async t => {
    const config = `{"cniVersion":"${version}","type":"macvlan","ipam":{${ipam}}${beside}}`
    const definition = { metadata: { namespace: 'demo', name: 'oam' }, spec: { config } }
    t.strictSame(
      judge.networks([readNetwork(definition)], 'demo').map(({ rule, place }) => [rule, formatPath(place.path)]),
      refused ? [['one-address-per-family', 'spec.config.cniVersion']] : [],
    )
  })
}
