import { lastSpelling, placeInside } from '../../bond-network/place.ts'
import { pluginConf } from '../../cni-config/structs.ts'
import { decodeGo } from '../../go-decode.ts'
import { quoted } from '../bond-network/written.ts'
import { rule } from '../rule.ts'
import { delegating } from './ipam.ts'

export default rule({
  id: 'ipam-type-not-a-path',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the type of ipam is the bare name of a plugin',
  why: 'CNI refuses a slash in the name of a plugin. The IPAM plugin is called at DEL as well, by Bond CNI before it looks at the bond.',
  sources: ['containernetworking/cni pkg/invoke/find.go:30-32', 'run: bond-cni 258926a, ADD and DEL'],
  examples: {
    bad: [
      '"ipam": {"type": "../bond"}',
      '"ipam": {"type": "/opt/cni/bin/static"}',
      '{"cniVersion": "0.3.1", "name": "oam", "type": "macvlan", "ipam": {"type": "./dhcp"}}',
    ],
    good: ['"ipam": {"type": "site.ipam"}', '{"cniVersion": "0.3.1", "type": "tuning", "ipam": {"type": "a/b"}}'],
  },
  check({ config }, report) {
    if (config.kind !== 'plugins' || config.problems.length > 0) return
    for (const plugin of config.plugins.filter(({ type }) => delegating.includes(type))) {
      const { type } = decodeGo(plugin.received, pluginConf).value.ipam
      if (!type.includes('/')) continue
      const place = placeInside(plugin, lastSpelling(plugin, 'ipam'), ['ipam', 'type'])
      report(place, `${quoted(type)} is a path (CNI: invalid plugin name)`, 'Write the file name only, like "static"')
    }
  },
})
