import { rule } from '../rule.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'links-distinct',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  essential: true,
  summary: 'the links are different interfaces',
  why: 'Every check passes a name that comes twice, and the result is a bond with one link: Bond CNI takes the second for a link with the same MAC address and writes a useless one to it, and adding it again does nothing.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/util/validation.go:62-118', 'run: bond-cni 258926a, one link twice'],
  examples: {
    bad: [
      '"links": [{"name": "net1"}, {"name": "net1"}]',
      '"links": [{"name": "net1"}, {"name": "net2"}, {"name": "net1"}]',
    ],
    good: ['"links": [{"name": "net1"}, {"name": "Net1"}]'],
  },
  check(bond, report) {
    // As the kernel reads them: behind a NUL a name can hide that it is the same.
    const names = bond.linkNames ?? (bond.settings.links ?? []).map(({ name }) => name)
    for (const [index, name = ''] of names.entries()) {
      const first = names.indexOf(name)
      if (name === '' || first === index) continue
      const found = `${quoted(name)} is links[${first}] already, and a link counts once`
      const fix = 'List two different interfaces, e.g. "links": [{"name": "net1"}, {"name": "net2"}]'
      report(bond.at('links', index, 'name'), found, fix, { reason: 'FieldValueDuplicate' })
    }
  },
})
