import { rule } from '../rule.ts'
import { quoted } from '../bond-network/written.ts'

export default rule({
  id: 'link-state-known',
  object: 'link-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'link_state is auto, enable or disable',
  why: 'SR-IOV CNI takes no other text.',
  sources: ['k8snetworkplumbingwg/sriov-cni pkg/config/config.go LoadConf'],
  examples: {
    bad: ['"link_state": "up"', '"link_state": "Auto"'],
    good: ['"link_state": "auto"', '"link_state": ""'],
  },
  check(network, report) {
    const state = network.sriov?.link_state ?? ''
    if (['', 'auto', 'enable', 'disable'].includes(state)) return
    const found = `${quoted(state)} is no link state (SR-IOV CNI: LoadConf(): invalid link_state value)`
    report(network.field('link_state'), found, 'Take it out, or write "auto"', { reason: 'FieldValueNotSupported' })
  },
})
