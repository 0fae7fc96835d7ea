import { configPath } from '../../cni-config/source.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'type-or-plugins',
  object: 'network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'a config has a type or a list of plugins, not both',
  why: 'Multus takes a config with a type for a single plugin, and nobody looks at the list.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/types/conf.go:51'],
  examples: {
    bad: ['"plugins": [{"type": "tuning"}]'],
    good: ['"mtu": 1500', '{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "macvlan"}, {"type": "tuning"}]}'],
  },
  check({ config }, report) {
    if (config.kind !== 'plugins' || config.form !== 'single') return
    const list = config.written.members.findLast(({ key }) => key.value === 'plugins')
    if (!list) return
    const place = { path: [...configPath, 'plugins'], span: { start: list.value.start, end: list.value.end } }
    report(place, 'not read beside a type', 'Keep one of the two')
  },
})
