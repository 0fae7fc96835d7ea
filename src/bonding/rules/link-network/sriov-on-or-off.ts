import { rule } from '../rule.ts'

export default rule({
  id: 'sriov-on-or-off',
  object: 'link-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'trust and spoofchk are on or off',
  why: 'Only the exact text on means on: any other text, "ON" and "yes" too, switches off.',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/sriov/sriov.go ApplyVFConfig'],
  examples: {
    bad: ['"trust": "ON"', '"spoofchk": "true"'],
    good: ['"trust": "on", "spoofchk": "off"', '"trust": ""'],
  },
  check(network, report) {
    const settings = network.sriov
    if (!settings) return
    for (const key of ['trust', 'spoofchk'] as const) {
      const text = settings[key]
      if (text === '' || text === 'on' || text === 'off') continue
      const right = /^(?:on|yes|true|1|enabled?)$/i.test(text.trim()) ? 'on' : 'off'
      report(network.field(key), `${JSON.stringify(text.slice(0, 20))} means off`, `Write "${right}"`)
    }
  },
})
