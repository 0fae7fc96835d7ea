import t from 'tap'
import { effectiveInterface, readCommaList, readNetworksAnnotation } from '../../src/bonding/networks-annotation.ts'
import { pointedAt, shown } from './shown-networks.ts'

// "[", "{" or a quotation mark anywhere make it JSON; every verdict is the one of Multus's own parser.
const forms: { name: string; text: string; syntax: 'comma' | 'json' | 'unreadable' }[] = [
  { name: 'an empty value is an empty list', text: '', syntax: 'comma' },
  { name: 'a name', text: 'sriovnet1', syntax: 'comma' },
  { name: 'null is a name', text: 'null', syntax: 'comma' },
  { name: 'true is a name', text: 'true', syntax: 'comma' },
  { name: 'a number is a name', text: '123', syntax: 'comma' },
  { name: 'closing brackets do not decide', text: 'a]', syntax: 'unreadable' },
  { name: 'an empty JSON list', text: '[]', syntax: 'json' },
  { name: 'blanks around a JSON list', text: '\n [ ] \n', syntax: 'json' },
  { name: 'an object in a list', text: '[{"name":"a"}]', syntax: 'json' },
  { name: 'a lone object is JSON, but no list', text: '{"name":"a"}', syntax: 'unreadable' },
  { name: 'a lone text is JSON, but no list', text: '"a"', syntax: 'unreadable' },
  { name: 'a quotation mark makes names JSON', text: 'a,"b"', syntax: 'unreadable' },
  { name: 'a byte order mark before JSON', text: '\ufeff[]', syntax: 'unreadable' },
]

for (const { name, text, syntax } of forms) {
  t.test(`form: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    t.equal(list.kind === 'list' ? list.syntax : list.kind, syntax)
  })
}

t.test('a list keeps the text that it was read from', async t => {
  const text = ' a , b '
  t.match(readNetworksAnnotation(text, 'demo'), { kind: 'list', text })
})

t.test('an element without a name for its interface is called by its position', async t => {
  t.equal(effectiveInterface({ index: 0, interface: '' }), 'net1')
  t.equal(effectiveInterface({ index: 2, interface: '' }), 'net3')
  t.equal(effectiveInterface({ index: 2, interface: 'bond0' }), 'bond0')
})

const commaLists: { name: string; text: string; expected: readonly string[] }[] = [
  { name: 'one bond', text: 'bond-net1', expected: ['demo/bond-net1@net1'] },
  {
    name: 'bonds with interfaces',
    text: 'bond-net1@bond0, x/b@bond1',
    expected: ['demo/bond-net1@bond0', 'x/b@bond1'],
  },
  { name: 'the same network twice', text: 'sriovnet,sriovnet', expected: ['demo/sriovnet@net1', 'demo/sriovnet@net2'] },
  { name: 'nothing', text: '', expected: [] },
]

for (const { name, text, expected } of commaLists) {
  t.test(`our own annotation: ${name}`, async t => t.same(shown(readCommaList(text, 'demo')), expected))
}

const noCommaLists: { name: string; text: string; at: string; found: RegExp; fix: RegExp }[] = [
  { name: 'a JSON list', text: '["a"]', at: '[', found: /only the comma form/, fix: /without quotes/ },
  { name: 'an empty JSON list', text: '[]', at: '[', found: /only the comma form/, fix: /commas/ },
  { name: 'a quotation mark', text: 'a,"b"', at: '"', found: /contains a quotation mark/, fix: /without quotes/ },
  { name: 'an empty element', text: 'a,,b', at: '', found: /between two commas/, fix: /Remove the comma/ },
  { name: 'a comma behind', text: 'a,', at: '', found: /behind the last comma/, fix: /Remove the comma/ },
  { name: 'only blanks', text: '  ', at: '', found: /only blanks/, fix: /Name a network/ },
  { name: 'a dot in a name', text: 'a,my.net', at: 'my.net', found: /"my\.net" has a dot/, fix: /no other form/ },
]

for (const { name, text, at, found, fix } of noCommaLists) {
  t.test(`our own annotation: ${name} is refused`, async t => {
    const list = readCommaList(text, 'demo')
    t.match(list, { kind: 'unreadable', found, fix })
    t.equal(pointedAt(text, list), at)
  })
}
