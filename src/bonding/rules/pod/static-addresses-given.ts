import { memberOf } from '../network/ipam.ts'
import { rule } from '../rule.ts'
import { askedAt } from './places.ts'

const networks =
  '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0","ips":["10.56.217.9/24"]}]'
const asking = { with: '"ipam": {"type": "static"}', annotations: { 'bond-injector.io/links': 'sriovnet1,sriovnet2' } }

export default rule({
  id: 'static-addresses-given',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'static IPAM has an address, from the config or from the pod',
  why: 'Bond CNI wants one address at least from an IPAM plugin: "IPAM plugin returned missing IP config".',
  sources: [
    'k8snetworkplumbingwg/bond-cni bond/bond.go cmdAdd',
    'containernetworking/plugins plugins/ipam/static/main.go',
  ],
  examples: {
    bad: [
      { definitions: { 'bond-net1': asking } },
      { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', definitions: { 'bond-net1': asking } },
    ],
    good: [
      { networks, definitions: { 'bond-net1': asking } },
      {
        definitions: {
          'bond-net1': {
            with: '"ipam": {"type": "static", "addresses": [{"address": "10.56.217.9/24"}]}',
            annotations: { 'bond-injector.io/links': 'sriovnet1,sriovnet2' },
          },
        },
      },
    ],
  },
  check(pod, report) {
    for (const { attachment, network } of pod.bonds) {
      if (network.settings?.ipamType !== 'static' || attachment.ips.length > 0 || !network.ipam) continue
      const addresses = memberOf(network.ipam, 'addresses')
      // Addresses can also come from args or runtimeConfig in the config itself, which nobody publishes but CNI allows.
      if (addresses?.kind === 'array' && addresses.elements.length > 0) continue
      if (network.plugin?.received.members.some(({ key }) => /^(?:args|runtimeConfig)$/i.test(key.value))) continue
      const found = `static ipam of ${attachment.text} has no address, and the pod asks for none`
      const fix =
        'Add "ips": ["<address>/<prefix length>"] to the bond in the networks annotation, in JSON, or "addresses" to ipam'
      report(askedAt(pod, attachment).place, found, fix, { reveals: [network], reason: 'FieldValueRequired' })
    }
  },
})
