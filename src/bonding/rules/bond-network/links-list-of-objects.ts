import { goFold } from '../../go-fold.ts'
import type { JsonNode } from '../../go-json.ts'
import { type ReadableBond, rule } from '../rule.ts'
import { wrongType } from './written.ts'

export default rule({
  id: 'links-list-of-objects',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'links is a list of objects, each with the name of a link',
  why: 'Bond CNI reads a list of maps. A list of bare names, a single object or a single name is refused before anything else is looked at.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:45'],
  examples: {
    bad: [
      '"links": ["net1", "net2"]',
      '"links": ["net1"]',
      '"links": {"name": "net1"}',
      '"links": "net1,net2"',
      '"links": [{"name": "net1"}, "net2"]',
    ],
    good: ['"links": [{"name": "net1"}, {"name": "net2"}]'],
  },
  check(bond, report) {
    const wrong = wrongType(bond, 'links', 'a list of objects')
    if (!wrong) return
    const meant = namesIn(lastLinks(bond)).slice(0, 8)
    const names = meant.length > 1 ? meant : ['net1', 'net2']
    report(wrong.place, wrong.found, `Write "links": [${names.map(name => `{"name": "${name}"}`).join(', ')}]`)
  },
})

function lastLinks({ plugin }: ReadableBond): JsonNode | undefined {
  return plugin?.received.members.findLast(({ key }) => goFold(key.value) === goFold('links'))?.value
}

/** The names that the author meant: bare ones, ones in a text with commas, and those that are right already. */
function namesIn(node: JsonNode | undefined): readonly string[] {
  if (node?.kind === 'array') return node.elements.flatMap(namesIn)
  if (node?.kind === 'object') return namesIn(node.members.findLast(({ key }) => key.value === 'name')?.value)
  return node?.kind === 'string' ? node.value.split(/[\s,]+/).filter(name => /^[\w.-]{1,15}$/.test(name)) : []
}
