import { rule } from '../rule.ts'
import { ownKeyOf } from './own-keys.ts'
import { configPath } from '../../cni-config/source.ts'

const bond =
  '{"type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'

export default rule({
  id: 'keys-inside-plugin',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'in a list of plugins the keys of the bond stand in its plugin',
  why: 'A plugin of a list receives its own entry, and of the list only name and cniVersion.',
  sources: ['containernetworking/cni libcni/api.go buildOneConfig'],
  examples: {
    bad: [`{"cniVersion": "0.3.1", "name": "l", "mtu": 9000, "plugins": [${bond}]}`],
    good: [`{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}]}`],
  },
  check({ config }, report) {
    if (config.kind !== 'plugins' || config.form !== 'list') return
    const outside = config.written.members.filter(({ key }) => ownKeyOf(key.value) !== undefined)
    const [first] = outside
    if (!first) return
    const place = { path: [...configPath, first.key.value], span: { start: first.value.start, end: first.value.end } }
    const keys = outside.map(({ key }) => key.value).join(', ')
    report(place, `${keys} beside "plugins": Bond CNI does not see it`, 'Move it into the plugin of type bond')
  },
})
