import { rule } from '../rule.ts'

export default rule({
  id: 'link-named',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'every entry of links has a name',
  why: 'Bond CNI looks for text under exactly the key name: here, unlike elsewhere in the config, another case of the key does not count.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:104-110'],
  examples: {
    bad: [
      '"links": [{"Name": "net1"}, {"name": "net2"}]',
      '"links": [{"name": 1}, {"name": "net2"}]',
      '"links": [{"name": "net1"}, {}]',
      '"links": [null, {"name": "net2"}]',
      '"links": [{"name": ""}, {"name": "net2"}]',
      '"links": [{"name": "net1"}, {"name": "net2", "name": null}]',
    ],
    good: ['"links": [{"name": "net1", "mac": "kept"}, {"name": "net2"}]'],
  },
  check(bond, report) {
    for (const [index, { name }] of (bond.settings.links ?? []).entries()) {
      // A NUL ends a name, also as its first character.
      const empty = name === '' || name?.startsWith('\0')
      if (name !== undefined && !empty) continue
      const found = empty
        ? 'empty (Bond CNI: failed to confirm that link () exists)'
        : 'no text under the key "name", in lower case (Bond CNI: failed to find link name)'
      const fix = 'Name the interface of the link: {"name": "net1"}'
      report(bond.at('links', index, 'name'), found, fix, { reason: 'FieldValueRequired' })
    }
  },
})
