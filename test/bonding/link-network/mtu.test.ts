import t from 'tap'
import { readNetwork } from '../../../src/bonding/network.ts'

function mtuOf(config: string): number | undefined {
  const network = readNetwork({ metadata: { namespace: 'demo', name: 'link' }, spec: { config } })
  return network.kind === 'link' ? network.mtu : undefined
}

const cases: readonly { readonly name: string; readonly config: string; readonly mtu: number | undefined }[] = [
  { name: 'macvlan', config: '{"type":"macvlan","mtu":9000}', mtu: 9000 },
  { name: 'another case', config: '{"type":"ipvlan","MTU":9000}', mtu: 9000 },
  {
    name: 'tuning behind SR-IOV CNI',
    config: '{"name":"l","plugins":[{"type":"sriov"},{"type":"tuning","mtu":9000}]}',
    mtu: 9000,
  },
  {
    name: 'the last one wins',
    config: '{"name":"l","plugins":[{"type":"macvlan","mtu":1500},{"type":"tuning","mtu":9000}]}',
    mtu: 9000,
  },
  { name: 'SR-IOV CNI has no such key', config: '{"type":"sriov","mtu":9000}', mtu: undefined },
  { name: '0 is not given', config: '{"type":"macvlan","mtu":0}', mtu: undefined },
  { name: 'text is no number', config: '{"type":"macvlan","mtu":"9000"}', mtu: undefined },
  { name: 'not given', config: '{"type":"macvlan"}', mtu: undefined },
  { name: 'unreadable', config: '{', mtu: undefined },
]

for (const { name, config, mtu } of cases) t.test(name, async t => t.equal(mtuOf(config), mtu))
