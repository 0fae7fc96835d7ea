import t from 'tap'
import { formatPath } from '../../../../src/bonding/place.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

/** Without a field whereabouts takes it. */
const cases: readonly { readonly name: string; readonly ipam: string; readonly field?: string }[] = [
  { name: 'a subnet', ipam: '"range":"10.0.0.0/24"' },
  { name: 'an address in it', ipam: '"range":"10.0.0.7/24"' },
  { name: 'zeros in front, as Go once took them', ipam: '"range":"010.000.0.0/24","gateway":"10.0.0.01"' },
  { name: 'one address', ipam: '"range":"10.0.0.5/32"' },
  { name: 'from an address on', ipam: '"range":"10.0.0.5-10.0.0.9/24"' },
  { name: 'from an address on, IPv6', ipam: '"range":"fd00::5-fd00::9/64"' },
  { name: 'from an address elsewhere', ipam: '"range":"10.0.1.5-10.0.0.9/24"', field: 'range' },
  { name: 'from an address of the other family', ipam: '"range":"fd00::5-10.0.0.9/24"', field: 'range' },
  { name: 'blanks around the dash', ipam: '"range":"10.0.0.5 - 10.0.0.9/24"', field: 'range' },
  { name: 'two addresses without a prefix', ipam: '"range":"10.0.0.5-10.0.0.9"', field: 'range' },
  { name: 'a bare address', ipam: '"range":"10.0.0.0"', field: 'range' },
  { name: 'ranges', ipam: '"ipRanges":[{"range":"10.0.0.0/24"},{"range":"fd00::/64"}]' },
  { name: 'a range without a range', ipam: '"ipRanges":[{"range":"10.0.0.0/24"},{}]', field: 'ipRanges[1].range' },
  {
    name: 'a first address that is none',
    ipam: '"ipRanges":[{"range":"10.0.0.0/24","range_start":"x"}]',
    field: 'ipRanges[0].range_start',
  },
  { name: 'a first address that is none, beside range: left out', ipam: '"range":"10.0.0.0/24","range_start":"x"' },
  { name: 'an exclusion that is none: left out', ipam: '"range":"10.0.0.0/24","exclude":["x"]' },
  { name: 'a gateway with a prefix', ipam: '"range":"10.0.0.0/24","gateway":"10.0.0.1/24"', field: 'gateway' },
  { name: 'fixed addresses only', ipam: '"addresses":[{"address":"10.0.0.5/24"}]' },
  {
    name: 'a fixed address without a prefix',
    ipam: '"range":"10.0.0.0/24","addresses":[{"address":"10.0.0.5"}]',
    field: 'addresses[0].address',
  },
  { name: 'nothing', ipam: '"exclude":["10.0.0.1/32"]', field: 'range' },
  { name: 'nothing, but a file on the node', ipam: '"configuration_path":"/etc/whereabouts.conf"' },
]

for (const { name, ipam, field } of cases) {
  t.test(name, async t => {
    const config = `{"cniVersion":"0.3.1","type":"macvlan","ipam":{"type":"whereabouts",${ipam}}}`
    const definition = { metadata: { namespace: 'demo', name: 'oam' }, spec: { config } }
    t.strictSame(
      judge.networks([readNetwork(definition)], 'demo').map(({ rule, place }) => [rule, formatPath(place.path)]),
      field === undefined ? [] : [['whereabouts-range', `spec.config.ipam.${field}`]],
    )
  })
}

t.test("the network of OpenShift's page that only starts the reconciler", async t => {
  const config = '{"name":"whereabouts-shim","cniVersion":"0.3.1","type":"bridge","ipam":{"type":"whereabouts"}}'
  const judged = (name: string) =>
    judge.networks([readNetwork({ metadata: { namespace: 'demo', name }, spec: { config } })], 'demo').length
  t.equal(judged('whereabouts-shim'), 0)
  t.equal(judged('another'), 1)
})
