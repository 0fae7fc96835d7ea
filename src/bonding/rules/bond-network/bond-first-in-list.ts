import { rule } from '../rule.ts'

const bond =
  '{"type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'

/** Plugins of containernetworking/plugins that change an interface which another one made. */
const afterwards = ['tuning', 'sbr', 'bandwidth', 'firewall', 'portmap', 'vrf']

export default rule({
  id: 'bond-first-in-list',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the bond stands before the plugins that change its interface',
  why: 'tuning, sbr, bandwidth, firewall, portmap and vrf work on the interface and the result of the plugin before them, and refuse to be the first of a list.',
  sources: ['containernetworking/plugins plugins/meta'],
  examples: {
    bad: [
      `{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "tuning"}, ${bond}]}`,
      `{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "sbr"}, {"type": "tuning"}, ${bond}]}`,
    ],
    good: [`{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}, {"type": "tuning"}, {"type": "sbr"}]}`],
  },
  check({ config, plugin }, report) {
    if (config.kind !== 'plugins' || !plugin) return
    const [first] = config.plugins
    if (!first || !afterwards.includes(first.type)) return
    const found = `${first.type} needs the interface that the bond behind it makes`
    report(first.typePlace, found, 'Put the bond first in "plugins"')
  },
})
