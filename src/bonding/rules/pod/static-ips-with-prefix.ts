import { rule } from '../rule.ts'

const list = (ip: string) =>
  `[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0","ips":["${ip}"]}]`
const bond = { 'bond-net1': { with: '"ipam": {"type": "static"}, "capabilities": {"ips": true}' } }

export default rule({
  id: 'static-ips-with-prefix',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'an address requested from static IPAM has a prefix length',
  why: 'Multus takes a bare address, the static IPAM plugin does not: "invalid CIDR address".',
  sources: ['containernetworking/plugins plugins/ipam/static/main.go'],
  examples: {
    bad: [{ networks: list('10.56.217.9'), definitions: bond }],
    good: [{ networks: list('10.56.217.9/24'), definitions: bond }],
  },
  check(pod, report) {
    for (const { attachment, network } of pod.bonds) {
      if (network.settings?.ipamType !== 'static') continue
      for (const ip of attachment.ips.filter(candidate => !candidate.includes('/'))) {
        const found = `asks for ${ip} on ${attachment.text}, without a prefix length`
        report(
          attachment.place,
          found,
          `Write ${ip}/${ip.includes(':') ? 64 : 24}, with the prefix length of your subnet`,
          { reveals: [network] },
        )
      }
    }
  },
})
