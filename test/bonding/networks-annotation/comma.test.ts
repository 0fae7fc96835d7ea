import t from 'tap'
import { readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { shown } from '../shown-networks.ts'

// The verdicts are those of Multus's own parser (95a0932), run on the same texts.
const read: { name: string; text: string; expected: readonly string[] }[] = [
  { name: 'one name', text: 'a', expected: ['demo/a@net1'] },
  {
    name: 'the OpenShift page',
    text: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1@bond0',
    expected: ['demo/sriovnet1@net1', 'demo/sriovnet2@net2', 'demo/bond-net1@bond0'],
  },
  { name: 'namespace, interface, blanks', text: 'a, ns/b@x ,c', expected: ['demo/a@net1', 'ns/b@x', 'demo/c@net3'] },
  { name: 'blanks around every part', text: ' ns / a @ if0 ', expected: ['ns/a@if0'] },
  { name: 'line breaks around elements', text: '\na,\r\n b\n', expected: ['demo/a@net1', 'demo/b@net2'] },
  { name: 'a next-line character around an element', text: '\u0085a\u0085', expected: ['demo/a@net1'] },
  { name: 'no-break spaces around an element', text: '\u00a0a@x\u3000', expected: ['demo/a@x'] },
  { name: 'an empty interface is none', text: 'a@', expected: ['demo/a@net1'] },
  { name: 'an empty namespace is none', text: '/a', expected: ['demo/a@net1'] },
  { name: 'a name collides with a position', text: 'a@net2,b', expected: ['demo/a@net2', 'demo/b@net2'] },
  { name: 'an interface of 15 bytes', text: 'a@abcdefghijklmno', expected: ['demo/a@abcdefghijklmno'] },
  { name: 'capitals and "_" in an interface', text: 'a@My_if', expected: ['demo/a@My_if'] },
  {
    name: 'interfaces that only libcni refuses',
    text: 'a@eth:1,b@.,c@x\u00a0y',
    expected: ['demo/a@eth:1', 'demo/b@.', 'demo/c@x\u00a0y'],
  },
  { name: 'a digit first', text: '1a', expected: ['demo/1a@net1'] },
  { name: 'a name of any length', text: 'a'.repeat(300), expected: [`demo/${'a'.repeat(300)}@net1`] },
]

for (const { name, text, expected } of read) {
  t.test(`read: ${name}`, async t => t.same(shown(readNetworksAnnotation(text, 'demo')), expected))
}

const slots: { name: string; text: string; slots: readonly (string | undefined)[] }[] = [
  { name: 'behind the name', text: ' a , b', slots: ['behind-name 2', 'behind-name 6'] },
  { name: 'behind the name, not the namespace', text: 'ns / a', slots: ['behind-name 6'] },
  { name: 'behind a lone "@"', text: 'a@ ,b @', slots: ['behind-at 2', 'behind-at 7'] },
  { name: 'none where there is an interface', text: 'a@x,b', slots: [undefined, 'behind-name 5'] },
]

for (const { name, text, slots: expected } of slots) {
  t.test(`place for an interface: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    const found = list.kind === 'list' ? list.elements.map(({ slot }) => slot && `${slot.kind} ${slot.start}`) : list
    t.same(found, expected)
  })
}

t.test('a long list is read to its end', async t => {
  const list = readNetworksAnnotation(Array(100_000).fill('ab').join(','), 'demo')
  t.equal(list.kind === 'list' && list.elements.length, 100_000)
})
