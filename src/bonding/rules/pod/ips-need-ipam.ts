import { rule } from '../rule.ts'

const networks =
  '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0","ips":["10.56.217.9/24"]}]'

export default rule({
  id: 'ips-need-ipam',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'a bond for which addresses are requested has ipam',
  why: 'Bond CNI gives no addresses itself: without an IPAM plugin in the config of the bond nobody reads what the pod asks for.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go cmdAdd', 'run: static IPAM, address by CNI_ARGS alone'],
  examples: {
    bad: [networks, { networks, definitions: { 'bond-net1': '"ipam": {}' } }],
    good: [{ networks, definitions: { 'bond-net1': '"ipam": {"type": "static"}' } }],
  },
  check(pod, report) {
    for (const { attachment, network } of pod.bonds) {
      if (attachment.ips.length === 0 || network.settings?.ipamType !== '') continue
      const found = `"ips" needs ipam in ${attachment.text}`
      report(attachment.place, found, 'Add "ipam": {"type": "static"}', { reveals: [network] })
    }
  },
})
