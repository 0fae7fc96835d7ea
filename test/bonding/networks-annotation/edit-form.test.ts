import t from 'tap'
import { readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import {
  type Attachment,
  editNetworksAnnotation,
  expressibleInCommaForm,
} from '../../../src/bonding/networks-annotation/edit.ts'

const link1 = { name: 'sriovnet1', interface: 'net1' }
const link2 = { name: 'sriovnet2', interface: 'net2' }
const bond = { name: 'bond-net1', interface: 'bond0' }

function append(author: string | undefined, attachments: readonly Attachment[], names = new Map<number, string>()) {
  const list = author === undefined ? undefined : readNetworksAnnotation(author, 'demo')
  if (list?.kind === 'unreadable') throw new Error(list.found)
  return editNetworksAnnotation(list, { names, append: attachments })
}

t.test('a new list is in the comma form', async t => {
  t.same(append(undefined, [link1, link2, bond]), {
    kind: 'edited',
    text: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  })
})

t.test('a new list is JSON as soon as one name needs it', async t => {
  const edited = append(undefined, [link1, { namespace: 'x', name: 'my.bond', interface: 'bond0' }])
  const text = '[{"name":"sriovnet1","interface":"net1"},{"name":"my.bond","namespace":"x","interface":"bond0"}]'
  t.same(edited, { kind: 'edited', text })
})

t.test('an empty list is JSON as soon as one name needs it', async t => {
  const edited = append('', [{ name: 'my.bond', interface: 'bond0' }])
  t.same(edited, { kind: 'edited', text: '[{"name":"my.bond","interface":"bond0"}]' })
})

const inexpressible: { name: string; attachment: Attachment }[] = [
  { name: 'a dot in a name', attachment: { name: 'my.bond', interface: 'bond0' } },
  { name: 'a dot in a namespace', attachment: { ...link1, namespace: 'x.y' } },
  { name: 'a comma in an interface', attachment: { name: 'a', interface: 'x,y' } },
]

for (const { name, attachment } of inexpressible) {
  t.test(`the author's comma form cannot express ${name}`, async t => {
    t.same(append('a', [link1, attachment, bond]), { kind: 'not-expressible', attachment })
  })
}

t.test("the author's comma form cannot express a comma in the name of an element's interface", async t => {
  const attachment = { namespace: 'demo', name: 'a', interface: 'x,y' }
  t.same(append('a,b', [link1], new Map([[0, 'x,y']])), { kind: 'not-expressible', attachment })
})

const expressible: { name: string; attachment: Attachment; expected: boolean }[] = [
  { name: 'the usual', attachment: bond, expected: true },
  { name: 'a namespace', attachment: { namespace: 'x', ...bond }, expected: true },
  { name: 'a dot in the interface', attachment: { name: 'a', interface: 'eth0.1' }, expected: true },
  { name: 'a dot in the name', attachment: { name: 'a.b', interface: 'x' }, expected: false },
  { name: 'a capital in the name', attachment: { name: 'A', interface: 'x' }, expected: false },
  { name: 'no name', attachment: { name: '', interface: 'x' }, expected: false },
  { name: 'two elements in one', attachment: { name: 'a,b', interface: 'x' }, expected: false },
  { name: 'a namespace in the name', attachment: { name: 'x/a', interface: 'x' }, expected: false },
  { name: '"@" in the interface', attachment: { name: 'a', interface: 'x@y' }, expected: false },
  { name: 'a bracket in the interface', attachment: { name: 'a', interface: 'x[0]' }, expected: false },
  { name: 'a quotation mark in the interface', attachment: { name: 'a', interface: '"' }, expected: false },
  { name: 'a blank around the interface', attachment: { name: 'a', interface: '\u00a0x' }, expected: false },
  { name: 'a blank before the namespace', attachment: { namespace: ' x', name: 'a', interface: 'x' }, expected: false },
  { name: 'an interface of 16 bytes', attachment: { name: 'a', interface: 'abcdefghijklmnop' }, expected: false },
]

for (const { name, attachment, expected } of expressible) {
  t.test(
    `comma form, ${name}: ${expected ? 'yes' : 'no'}`,
    async t => void t.equal(expressibleInCommaForm(attachment), expected),
  )
}
