import t from 'tap'
import { goIpMaybeNet, goIpNet } from '../../../src/bonding/cni-config/ip-text.ts'
import { decodeGo, goStruct } from '../../../src/bonding/go-decode.ts'
import { parseGoJson } from '../../../src/bonding/go-json.ts'

const struct = goStruct('test.Both', { net: goIpNet, address: goIpMaybeNet })

/** With Go's error: the value is refused. */
const cases: readonly {
  readonly name: string
  readonly json: string
  readonly error?: string
  readonly stops?: true
}[] = [
  { name: 'a network', json: '{"net":"10.0.0.0/8"}' },
  {
    name: 'a network without a prefix length',
    json: '{"net":"10.0.0.0"}',
    error: 'invalid CIDR address: 10.0.0.0',
    stops: true,
  },
  {
    name: 'null, which the method of the type reads',
    json: '{"net":null}',
    error: 'invalid CIDR address: ',
    stops: true,
  },
  {
    name: 'a number',
    json: '{"net":1}',
    error: 'json: cannot unmarshal number into Go struct field Both.net of type types.IPNet',
  },
  { name: 'an address', json: '{"address":"fd00::1"}' },
  { name: 'an address with a prefix length', json: '{"address":"10.0.0.1/8"}' },
  { name: 'a name', json: '{"address":"one"}', error: 'invalid IP address one', stops: true },
  { name: 'null, a pointer that nobody checks', json: '{"address":null}', error: 'invalid IP address ', stops: true },
]

for (const { name, json, error, stops } of cases) {
  t.test(name, async t => {
    const reading = parseGoJson(json)
    if (reading.kind !== 'json') return t.fail('no JSON')
    const { mismatches, goMessage, value, origin } = decodeGo(reading.root, struct)
    t.equal(goMessage, error)
    t.equal(mismatches[0]?.stops, stops)
    t.equal(value.net ?? value.address, error === undefined ? /"([^"]*)"\}$/.exec(json)?.[1] : null)
    t.equal((origin(['net']) ?? origin(['address'])) !== undefined, error === undefined, 'who set it is known')
  })
}
