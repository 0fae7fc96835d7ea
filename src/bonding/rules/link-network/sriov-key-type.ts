import { rule } from '../rule.ts'
import { written } from '../bond-network/written.ts'

export default rule({
  id: 'sriov-key-type',
  object: 'link-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the keys of SR-IOV CNI have the right types',
  why: 'SR-IOV CNI reads trust, spoofchk and link_state as text and vlan as a number: "LoadConf(): failed to load netconf". In YAML a bare on is a boolean, which is how it gets there.',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/types/types.go:56-83'],
  examples: {
    bad: ['"trust": true', '"spoofchk": false', '"vlan": "100"', '"link_state": 1'],
    good: ['"trust": "on", "vlan": 100', '"vlan": null'],
  },
  check(network, report) {
    const { sriovMismatches, config } = network
    if (config.kind !== 'plugins' || config.problems.length > 0) return
    for (const { path, origin, goMessage } of sriovMismatches) {
      const [key = ''] = path
      const { node } = origin
      const right = node.kind === 'boolean' ? `"${node.value ? 'on' : 'off'}"` : 'text'
      const fix = /^vlan|_rate$/.test(String(key))
        ? `Write ${key} as a bare number`
        : `Write ${key} as ${right}, in quotes`
      report(network.field(String(key)), `${written(node)} (SR-IOV CNI: ${goMessage})`, fix)
    }
  },
})
