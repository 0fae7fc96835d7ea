import { rule } from '../rule.ts'
import { missing } from './written.ts'

export default rule({
  id: 'at-least-two-links',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'a bond has two links or more',
  why: 'Bond CNI counts them before it makes the bond. Without links there is also nothing that could be injected.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:113-116', 'run: bond-cni 258926a with one link'],
  examples: {
    bad: ['"links": [{"name": "net1"}]', '"links": []', '"links": null', { without: ['links'] }],
    good: ['"links": [{"name": "net1"}, {"name": "net2"}, {"name": "net3"}]'],
  },
  check(bond, report) {
    const { links } = bond.settings
    if (links === undefined || links.length >= 2) return
    const given = bond.given('links')
    const found = given ? (links.length === 0 ? 'no link' : 'one link only') : missing(bond.at('links'))
    const said = `Bond CNI: bonding requires at least two links, we have ${links.length}`
    const fix = 'List two or more: "links": [{"name": "net1"}, {"name": "net2"}]'
    report(bond.at('links'), `${found} (${said})`, fix, { reason: given ? 'FieldValueInvalid' : 'FieldValueRequired' })
  },
})
