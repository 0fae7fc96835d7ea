import type { Mismatch } from '../../go-decode.ts'
import { written } from '../bond-network/written.ts'
import { rule } from '../rule.ts'
import { ipamNets, ipamTypes, placeOfMismatch } from './ipam-nets.ts'

const ipam = (text: string) => `{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {${text}}}`

export default rule({
  id: 'ipam-key-type',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the keys of an IPAM plugin have the right types',
  why: 'host-local, static and whereabouts decode their part of the config, and what stands under args and runtimeConfig, into Go types. With host-local and whereabouts DEL fails as well.',
  sources: [
    'containernetworking/plugins plugins/ipam/host-local/backend/allocator/config.go, plugins/ipam/static/main.go',
    'k8snetworkplumbingwg/whereabouts pkg/types/types.go IPAMConfig',
  ],
  examples: {
    bad: [
      ipam('"type": "host-local", "ranges": [{"subnet": "10.56.217.0/24"}]'),
      ipam('"type": "host-local", "subnet": ["10.56.217.0/24"]'),
      ipam('"type": "host-local", "subnet": "10.56.217.0/24", "routes": {"dst": "0.0.0.0/0"}'),
      ipam('"type": "static", "addresses": ["10.56.217.9/24"]'),
      ipam('"type": "static", "addresses": [{"Address": "10.56.217.9/24"}]'),
      ipam('"type": "whereabouts", "range": "10.56.217.0/24", "exclude": "10.56.217.1/32"'),
    ],
    good: [
      ipam('"type": "host-local", "ranges": [[{"subnet": "10.56.217.0/24"}]], "routes": [{"dst": "0.0.0.0/0"}]'),
      ipam('"type": "static", "addresses": [{"address": "10.56.217.9/24"}], "dns": null'),
      ipam('"type": "whereabouts", "range": "10.56.217.0/24", "exclude": ["10.56.217.1/32"]'),
    ],
  },
  check(network, report) {
    for (const type of ipamTypes) {
      for (const net of ipamNets(network, type)) {
        const mismatch = net.mismatches.find(({ stops }) => !stops)
        if (!mismatch) continue
        const expected = expectedBy(mismatch)
        const found = `${written(mismatch.origin.node)}, but ${type} reads ${expected}`
        report(placeOfMismatch(net, mismatch), found, fixOf(mismatch, expected))
      }
    }
  },
})

/** Go's message ends with the name of the type. */
function expectedBy({ goMessage }: Mismatch): string {
  const goName = goMessage.slice(goMessage.lastIndexOf(' ') + 1).replace(/^\*/, '')
  return expectations[goName] ?? (goName.startsWith('[]') ? 'a list' : 'an object')
}

const expectations: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  bool: 'true or false',
  'net.IP': 'text',
  'types.IPNet': 'text',
  'ip.IP': 'text',
}

function fixOf({ path, origin }: Mismatch, expected: string): string {
  const key = path.findLast(step => typeof step === 'string')
  const [example] = typeof key === 'string' && expected !== 'text' ? [examples[key]] : []
  if (key === 'Address' && origin.node.kind === 'string') return 'Write the key in lower case: "address"'
  return example === undefined ? `Write ${expected}, or leave ${key} out` : `Write it like ${example}`
}

const examples: Readonly<Record<string, string>> = {
  ranges: '"ranges": [[{"subnet": "10.56.217.0/24"}]]',
  ipRanges: '"ipRanges": [{"range": "10.56.217.0/24"}]',
  addresses: '"addresses": [{"address": "10.56.217.9/24"}]',
  routes: '"routes": [{"dst": "10.0.0.0/8"}]',
  exclude: '"exclude": ["10.56.217.1/32"]',
}
