import { rule } from '../rule.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'ipam-type-not-a-path',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the type of ipam is the bare name of a plugin',
  why: 'CNI refuses a slash in the name of a plugin. Bond CNI calls the IPAM plugin at DEL as well, before it looks at the bond.',
  sources: ['containernetworking/cni pkg/invoke/find.go:30-32', 'run: bond-cni 258926a, ADD and DEL'],
  examples: {
    bad: ['"ipam": {"type": "../bond"}', '"ipam": {"type": "/opt/cni/bin/static"}'],
    good: ['"ipam": {"type": "site.ipam"}'],
  },
  check(bond, report) {
    const { ipamType } = bond.settings
    if (!ipamType?.includes('/')) return
    const found = `${quoted(ipamType)} is a path (CNI: invalid plugin name)`
    report(bond.at('ipam', 'type'), found, 'Write the file name only, like "static"')
  },
})
