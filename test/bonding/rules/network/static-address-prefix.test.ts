import t from 'tap'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

/** Without a path static takes it. */
const cases: readonly {
  readonly name: string
  readonly addresses: string
  readonly beside?: string
  readonly path?: string
}[] = [
  { name: 'both families', addresses: '[{"address":"10.0.0.5/24"},{"address":"fd00::5/64"}]' },
  { name: 'no address at all', addresses: '[{"gateway":"10.0.0.1"}]', path: 'ipam.addresses[0].address' },
  { name: 'an empty gateway', addresses: '[{"address":"10.0.0.5/24","gateway":""}]' },
  {
    name: 'a gateway with a prefix',
    addresses: '[{"address":"10.0.0.5/24","gateway":"10.0.0.1/24"}]',
    path: 'ipam.addresses[0].gateway',
  },
  {
    name: 'two gateways, neither an address',
    addresses: '[{"address":"10.0.0.5/24","Gateway":"x","gateway":"y"}]',
    path: 'ipam.addresses[0].gateway',
  },
  { name: 'zeros in front', addresses: '[{"address":"10.0.0.05/24"}]', path: 'ipam.addresses[0].address' },
  {
    name: 'the second one',
    addresses: '[{"address":"10.0.0.5/24"},{"address":"fd00::5"}]',
    path: 'ipam.addresses[1].address',
  },
  { name: 'args give others', addresses: '[{"address":"x"}]', beside: '"args":{"cni":{"ips":["10.0.0.9/24"]}}' },
  {
    name: 'the runtime gives others',
    addresses: '[{"address":"x"}]',
    beside: '"runtimeConfig":{"ips":["10.0.0.9/24"]}',
  },
  {
    name: 'args give nothing',
    addresses: '[{"address":"x"}]',
    beside: '"args":{"cni":{"ips":[]}}',
    path: 'ipam.addresses[0].address',
  },
  {
    name: 'args give a bare address',
    addresses: '[]',
    beside: '"args":{"cni":{"ips":["10.0.0.9"]}}',
    path: 'args.cni.ips[0]',
  },
  {
    name: 'args give a bare address, the runtime a right one',
    addresses: '[]',
    beside: '"args":{"cni":{"ips":["10.0.0.9"]}},"runtimeConfig":{"ips":["10.0.0.9/24"]}',
    path: 'args.cni.ips[0]',
  },
  { name: "Go's own form of a net", addresses: '[{"Address":{"IP":"10.0.0.5","Mask":"////AA=="}}]' },
]

for (const { name, addresses, beside, path } of cases) {
  t.test(name, async t => {
    const more = beside === undefined ? '' : `,${beside}`
    const config = `{"cniVersion":"0.3.1","type":"macvlan","ipam":{"type":"static","addresses":${addresses}}${more}}`
    const definition = { metadata: { namespace: 'demo', name: 'oam' }, spec: { config } }
    t.strictSame(
      judge.networks([readNetwork(definition)], 'demo').map(({ rule, place }) => [rule, formatPath(place.path)]),
      path === undefined ? [] : [['static-address-prefix', `spec.config.${path}`]],
    )
  })
}
