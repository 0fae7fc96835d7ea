import fc from 'fast-check'
import t from 'tap'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

function findingsOn(ipam: string) {
  const config = `{"cniVersion":"0.3.1","type":"macvlan","ipam":{"type":"host-local"${ipam}}}`
  return judge.networks([readNetwork({ metadata: { namespace: 'demo', name: 'oam' }, spec: { config } })], 'demo')
}

/** Without a field: host-local takes it. */
const cases: readonly {
  readonly name: string
  readonly ipam: string
  readonly field?: string
  readonly says?: RegExp
}[] = [
  { name: 'the smallest subnet of IPv4', ipam: ',"subnet":"10.0.0.0/30"' },
  { name: 'the smallest subnet of IPv6', ipam: ',"subnet":"fd00::/126"' },
  { name: 'the whole of IPv4', ipam: ',"subnet":"0.0.0.0/0"' },
  { name: 'a prefix that ends inside a byte', ipam: ',"subnet":"10.0.32.0/19"' },
  { name: 'an address in it', ipam: ',"subnet":"10.0.33.0/19"', field: 'subnet', says: /Write "10\.0\.32\.0\/19"/ },
  {
    name: 'an IPv6 address in it',
    ipam: ',"subnet":"fd00:0:0:1::5/64"',
    field: 'subnet',
    says: /Write "fd00:0:0:1::\/64"/,
  },
  { name: 'no room', ipam: ',"subnet":"10.0.0.4/31"', field: 'subnet', says: /too small to allocate from/ },
  { name: 'no room in IPv6', ipam: ',"subnet":"fd00::/127"', field: 'subnet', says: /\/126 is the smallest/ },
  {
    name: 'no prefix length',
    ipam: ',"subnet":"10.0.0.0"',
    field: 'subnet',
    says: /invalid CIDR address: 10\.0\.0\.0\)/,
  },
  { name: 'an empty subnet', ipam: ',"subnet":""', field: 'subnet', says: /no text with a subnet/ },
  { name: 'a number', ipam: ',"subnet":10', field: 'subnet', says: /the number 10, but host-local reads text/ },
  { name: 'nothing at all', ipam: '', field: 'subnet', says: /no IP ranges specified/ },
  { name: 'an empty list of ranges', ipam: ',"ranges":[]', field: 'subnet', says: /no IP ranges specified/ },
  { name: 'ranges instead of a subnet', ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"}]]' },
  {
    name: 'an empty set',
    ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"}],[]]',
    field: 'ranges[1]',
    says: /empty range set/,
  },
  {
    name: 'the second range of a set',
    ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"},{"subnet":"10.0.1.9/24"}]]',
    field: 'ranges[0][1].subnet',
  },
  { name: 'a range without a subnet', ipam: ',"ranges":[[{"gateway":"10.0.0.1"}]]', field: 'ranges[0][0].subnet' },
  { name: 'both, and the subnet is wrong', ipam: ',"subnet":"x","ranges":[[]]', field: 'subnet' },
  { name: 'both, and the ranges are wrong', ipam: ',"subnet":"10.0.0.0/24","ranges":[[]]', field: 'ranges[0]' },
  { name: 'ends inside', ipam: ',"subnet":"10.0.0.0/24","rangeStart":"10.0.0.5","rangeEnd":"10.0.0.5"' },
  { name: 'ends that are empty', ipam: ',"subnet":"10.0.0.0/24","rangeStart":"","rangeEnd":null' },
  { name: 'a start outside', ipam: ',"subnet":"10.0.0.0/24","rangeStart":"10.0.1.0"', field: 'rangeStart' },
  { name: 'an end outside', ipam: ',"subnet":"10.0.0.0/24","rangeEnd":"9.255.255.255"', field: 'rangeEnd' },
  { name: 'an end of the other family', ipam: ',"subnet":"10.0.0.0/24","rangeEnd":"fd00::1"', field: 'rangeEnd' },
  { name: 'an end that is no address', ipam: ',"subnet":"10.0.0.0/24","rangeEnd":"10.0.0.5/24"', field: 'rangeEnd' },
  {
    name: 'an end before the start',
    ipam: ',"subnet":"10.0.0.0/24","rangeStart":"10.0.0.9","rangeEnd":"10.0.0.8"',
    field: 'rangeEnd',
    says: /ends before it starts/,
  },
  { name: 'a gateway outside, which some versions take', ipam: ',"subnet":"10.0.0.0/24","gateway":"10.0.1.1"' },
  { name: 'a gateway that is no address', ipam: ',"subnet":"10.0.0.0/24","gateway":"10.0.0"', field: 'gateway' },
  {
    name: 'a list of ranges that is not a list of sets',
    ipam: ',"ranges":[{"subnet":"10.0.0.0/24"}]',
    field: 'ranges[0]',
  },
  {
    name: 'one subnet in two sets',
    ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"}],[{"subnet":"10.0.0.0/24"}]]',
    field: 'ranges[1][0]',
    says: /overlaps with ipam\.ranges\[0\]\[0\]/,
  },
  {
    name: 'the subnet and a range',
    ipam: ',"subnet":"10.0.0.0/8","ranges":[[{"subnet":"10.1.0.0/16"}]]',
    field: 'ranges[0][0]',
  },
  {
    name: 'two parts of one subnet',
    ipam: ',"ranges":[[{"subnet":"10.0.0.0/24","rangeEnd":"10.0.0.99"},{"subnet":"10.0.0.0/24","rangeStart":"10.0.0.100"}]]',
  },
  { name: 'neighbours', ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"}],[{"subnet":"10.0.1.0/24"}]]' },
  { name: 'two families', ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"}],[{"subnet":"fd00::/64"}]]' },
  { name: 'null', ipam: ',"subnet":null', field: 'subnet', says: /no text with a subnet/ },
  {
    name: 'an end at the address of the subnet',
    ipam: ',"subnet":"10.0.0.0/24","rangeEnd":"10.0.0.0"',
    field: 'rangeEnd',
  },
  { name: 'a start at the broadcast address', ipam: ',"subnet":"10.0.0.0/24","rangeStart":"10.0.0.255"' },
  { name: 'an end at the broadcast address', ipam: ',"subnet":"10.0.0.0/24","rangeEnd":"10.0.0.255"' },
  { name: 'a start in the notation of IPv6', ipam: ',"subnet":"10.0.0.0/24","rangeStart":"::ffff:10.0.0.9"' },
  {
    name: 'a subnet in the notation of IPv6',
    ipam: ',"subnet":"::ffff:10.0.0.0/120"',
    field: 'subnet',
    says: /version mismatch/,
  },
  {
    name: 'two families in one set',
    ipam: ',"ranges":[[{"subnet":"10.0.0.0/24"},{"subnet":"fd00::/64"}]]',
    field: 'ranges[0][1]',
    says: /mixed address families/,
  },
  {
    name: 'a start of no use that is no address',
    ipam: ',"rangeStart":"x","ranges":[[{"subnet":"10.0.0.0/24"}]]',
    field: 'rangeStart',
    says: /invalid IP address: x/,
  },
  { name: 'a start of no use', ipam: ',"rangeStart":"10.9.0.1","ranges":[[{"subnet":"10.0.0.0/24"}]]' },
  { name: 'the first of two cannot be read', ipam: ',"SUBNET":"x","subnet":"10.0.0.0/24"', field: 'subnet' },
  { name: 'null as a set', ipam: ',"ranges":[null]', field: 'ranges[0]', says: /empty range set/ },
  { name: 'another case of the keys', ipam: ',"SUBNET":"10.0.0.1/24"', field: 'SUBNET' },
  { name: 'the last of two', ipam: ',"subnet":"10.0.0.1/24","subnet":"10.0.0.0/24"' },
]

for (const { name, ipam, field, says } of cases) {
  t.test(name, async t => {
    const findings = findingsOn(ipam)
    const fields = findings.map(({ place }) => formatPath(place.path))
    t.strictSame(fields, field === undefined ? [] : [`spec.config.ipam.${field}`])
    if (says) t.match(findings.map(({ message, fix }) => `${message}. ${fix}`).join(), says)
  })
}

t.test('a plugin that calls no IPAM plugin is left alone', async t => {
  const config = '{"cniVersion":"0.3.1","type":"tuning","ipam":{"type":"host-local"}}'
  t.strictSame(
    judge.networks([readNetwork({ metadata: { namespace: 'demo', name: 'oam' }, spec: { config } })], 'demo'),
    [],
  )
})

const elsewhere: readonly { readonly name: string; readonly config: string; readonly path?: string }[] = [
  {
    name: 'ranges of the runtime',
    config: '{"type":"macvlan","ipam":{"type":"host-local"},"runtimeConfig":{"ipRanges":[[{"subnet":"10.0.0.0/24"}]]}}',
  },
  {
    name: 'ranges of the runtime that overlap with the subnet',
    config:
      '{"type":"macvlan","ipam":{"type":"host-local","subnet":"10.0.0.0/8"},"runtimeConfig":{"ipRanges":[[{"subnet":"10.0.0.0/24"}]]}}',
    path: 'spec.config.ipam',
  },
  {
    name: 'an address of args',
    config: '{"type":"macvlan","ipam":{"type":"host-local","subnet":"10.0.0.0/8"},"args":{"cni":{"ips":["10.0.0.9"]}}}',
  },
  {
    name: 'an address of args that is none',
    config: '{"type":"macvlan","ipam":{"type":"host-local","subnet":"10.0.0.0/8"},"args":{"cni":{"ips":["10.0.0"]}}}',
    path: 'spec.config.args.cni.ips[0]',
  },
  {
    name: 'the second plugin of a list',
    config: '{"plugins":[{"type":"tuning"},{"type":"macvlan","ipam":{"type":"host-local","subnet":"10.0.0.1/24"}}]}',
    path: 'spec.config.plugins[1].ipam.subnet',
  },
]

for (const { name, config, path } of elsewhere) {
  t.test(name, async t => {
    const definition = {
      metadata: { namespace: 'demo', name: 'oam' },
      spec: { config: `{"cniVersion":"0.3.1",${config.slice(1)}` },
    }
    const findings = judge.networks([readNetwork(definition)], 'demo')
    t.strictSame(
      findings.map(({ rule, place }) => [rule, formatPath(place.path)]),
      path === undefined ? [] : [['host-local-range', path]],
    )
  })
}

t.test('of any address and prefix the proposed subnet is right', async () => {
  const octet = fc.integer({ min: 0, max: 255 })
  const hextet = fc.integer({ min: 0, max: 0xffff }).map(value => value.toString(16))
  const texts = fc.oneof(
    fc
      .tuple(fc.tuple(octet, octet, octet, octet), fc.integer({ min: 0, max: 30 }))
      .map(([o, p]) => `${o.join('.')}/${p}`),
    fc
      .tuple(fc.array(hextet, { minLength: 8, maxLength: 8 }), fc.integer({ min: 0, max: 126 }))
      .map(([h, p]) => `${h.join(':')}/${p}`),
  )
  fc.assert(
    fc.property(texts, text => {
      const [finding] = findingsOn(`,"subnet":"${text}"`)
      const right = finding && /^Write "(.*)"$/.exec(finding.fix)?.[1]
      return !finding || (right !== undefined && findingsOn(`,"subnet":"${right}"`).length === 0)
    }),
    { seed: 7, numRuns: 300 },
  )
})
