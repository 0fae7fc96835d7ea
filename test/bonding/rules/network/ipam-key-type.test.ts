import t from 'tap'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

const hostLocal = '"type":"host-local","subnet":"10.0.0.0/24"'
const fixed = '"type":"static","addresses":[{"address":"10.0.0.5/24"}]'
const whereabouts = '"type":"whereabouts","range":"10.0.0.0/24"'

/** Without a path the plugin of ipam takes it. */
const cases: readonly {
  readonly name: string
  readonly ipam: string
  readonly beside?: string
  readonly path?: string
  readonly says?: RegExp
}[] = [
  { name: 'a key that nobody reads', ipam: `${hostLocal},"mtu":"x","x":[1]` },
  { name: 'null everywhere', ipam: `${hostLocal},"routes":null,"ranges":null,"dataDir":null,"gateway":null` },
  { name: 'a number as a directory', ipam: `${hostLocal},"dataDir":1`, path: 'ipam.dataDir', says: /reads text/ },
  { name: 'a list as a file', ipam: `${hostLocal},"resolvConf":[]`, path: 'ipam.resolvConf' },
  { name: 'a number as a gateway', ipam: `${hostLocal},"gateway":1`, path: 'ipam.gateway' },
  { name: 'a name that is no text', ipam: `${hostLocal},"name":{}`, path: 'ipam.name' },
  {
    name: 'ranges that are one set',
    ipam: '"type":"host-local","ranges":[{"subnet":"10.0.0.0/24"}]',
    path: 'ipam.ranges[0]',
    says: /Write it like "ranges": \[\[\{/,
  },
  { name: 'ranges that are text', ipam: '"type":"host-local","ranges":"10.0.0.0/24"', path: 'ipam.ranges' },
  { name: 'one route without a list', ipam: `${hostLocal},"routes":{"dst":"0.0.0.0/0"}`, path: 'ipam.routes' },
  { name: 'a route that is text', ipam: `${hostLocal},"routes":["0.0.0.0/0"]`, path: 'ipam.routes[0]' },
  { name: 'a route that is null', ipam: `${hostLocal},"routes":[null]` },
  {
    name: 'the mtu of a route as text',
    ipam: `${fixed},"routes":[{"dst":"10.0.0.0/8","mtu":"9000"}]`,
    path: 'ipam.routes[0].mtu',
    says: /reads a whole number/,
  },
  { name: 'args that are a list', ipam: hostLocal, beside: '"args":{"cni":[]}', path: 'args.cni' },
  { name: 'args of somebody else', ipam: hostLocal, beside: '"args":{"site":[]}' },
  {
    name: 'what comes from the runtime',
    ipam: fixed,
    beside: '"runtimeConfig":{"ips":"10.0.0.9/24"}',
    path: 'runtimeConfig.ips',
  },
  { name: 'addresses that are texts', ipam: '"type":"static","addresses":["10.0.0.5/24"]', path: 'ipam.addresses[0]' },
  {
    name: 'the upper-case key of an address',
    ipam: '"type":"static","addresses":[{"Address":"10.0.0.5/24"}]',
    path: 'ipam.addresses[0].Address',
    says: /Write the key in lower case: "address"/,
  },
  {
    name: 'another case of it, which is the right key',
    ipam: '"type":"static","addresses":[{"ADDRESS":"10.0.0.5/24"}]',
  },
  {
    name: 'a DNS server that is no list',
    ipam: `${fixed},"dns":{"nameservers":"1.1.1.1"}`,
    path: 'ipam.dns.nameservers',
  },
  { name: 'the same under another plugin', ipam: `${hostLocal},"dns":{"nameservers":"1.1.1.1"}` },
  { name: 'an exclusion that is no list', ipam: `${whereabouts},"exclude":"10.0.0.1/32"`, path: 'ipam.exclude' },
  {
    name: 'true in quotes',
    ipam: `${whereabouts},"enable_overlapping_ranges":"true"`,
    path: 'ipam.enable_overlapping_ranges',
    says: /reads true or false/,
  },
  { name: 'args beside whereabouts, which it does not read', ipam: whereabouts, beside: '"args":{"cni":[]}' },
  { name: 'an IPAM plugin that is not known here', ipam: '"type":"site-ipam","ranges":1' },
]

for (const { name, ipam, beside, path, says } of cases) {
  t.test(name, async t => {
    const config = `{"cniVersion":"0.3.1","type":"macvlan","ipam":{${ipam}}${beside === undefined ? '' : `,${beside}`}}`
    const definition = { metadata: { namespace: 'demo', name: 'oam' }, spec: { config } }
    const findings = judge.networks([readNetwork(definition)], 'demo')
    t.strictSame(
      findings.map(({ rule, place }) => [rule, formatPath(place.path)]),
      path === undefined ? [] : [['ipam-key-type', `spec.config.${path}`]],
    )
    for (const { place } of findings) t.ok(place.span, 'the value has a place in the text')
    if (says) t.match(findings.map(({ message, fix }) => `${message}. ${fix}`).join(), says)
  })
}
