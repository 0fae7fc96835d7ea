import type { JsonNode } from '../../go-json.ts'
import { rule } from '../rule.ts'
import { written } from '../bond-network/written.ts'

export default rule({
  id: 'sriov-key-type',
  object: 'link-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the keys of SR-IOV CNI have the right types',
  why: 'SR-IOV CNI reads trust, spoofchk and link_state as text, vlan and (since version 2.8) mtu as a number: "LoadConf(): failed to load netconf". In YAML a bare on is a boolean, which is how it gets there.',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/types/types.go:56-83'],
  examples: {
    bad: ['"trust": true', '"spoofchk": false', '"vlan": "100"', '"link_state": 1', '"mtu": "1500"'],
    good: ['"trust": "on", "vlan": 100', '"vlan": null, "vlanQoS": null'],
  },
  check(network, report) {
    const { sriovMismatches, config, resourceName } = network
    if (config.kind !== 'plugins' || config.problems.length > 0) return
    for (const { path, origin, goMessage } of sriovMismatches) {
      const key = origin.key?.value ?? String(path[0])
      // Multus puts the device's address under exactly this key.
      if (key === 'deviceID' && resourceName !== undefined) continue
      const fix = `Write ${key} as ${rightOf(origin.node, goMessage)}`
      report(
        network.field(String(path[0]), ...path.slice(1)),
        `${written(origin.node)} (SR-IOV CNI: ${goMessage})`,
        fix,
      )
    }
  },
})

function rightOf(node: JsonNode, goMessage: string): string {
  const [type = ''] = /[^ ]+$/.exec(goMessage) ?? []
  switch (type) {
    case 'string':
      return node.kind === 'boolean' ? `"${node.value ? 'on' : 'off'}", in quotes` : 'text, in quotes'
    case 'int':
      return 'a bare whole number'
    case 'bool':
      return 'true or false'
    default:
      return 'an object'
  }
}
