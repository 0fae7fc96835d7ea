import t from 'tap'
import { readNetworksAnnotation, type NetworksList } from '../../../src/bonding/networks-annotation.ts'
import { type Attachment, editNetworksAnnotation } from '../../../src/bonding/networks-annotation/edit.ts'
import { shown } from '../shown-networks.ts'

const link1 = { name: 'sriovnet1', interface: 'net1' }
const link2 = { name: 'sriovnet2', interface: 'net2' }
const bond = { name: 'bond-net1', interface: 'bond0' }
const all = [link1, link2, bond]

function listOf(text: string): NetworksList {
  const list = readNetworksAnnotation(text, 'demo')
  if (list.kind === 'unreadable') throw new Error(list.found)
  return list
}

interface Case {
  readonly name: string
  readonly author: string
  readonly names?: Readonly<Record<number, string>>
  readonly append?: readonly Attachment[]
  readonly edited: string
  /** What Multus makes of the edited text. */
  readonly read: readonly string[]
}

function edit({ author, names = {}, append = [] }: Case, list: NetworksList | undefined = listOf(author)) {
  const byIndex = new Map(Object.entries(names).map(([index, name]) => [Number(index), name]))
  return editNetworksAnnotation(list, { names: byIndex, append })
}

const pageRead = ['demo/sriovnet1@net1', 'demo/sriovnet2@net2', 'demo/bond-net1@bond0']

const comma: Case[] = [
  { name: 'nothing to do', author: ' a , b@x\n', edited: ' a , b@x\n', read: ['demo/a@net1', 'demo/b@x'] },
  {
    name: 'an empty value',
    author: '',
    append: all,
    edited: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    read: pageRead,
  },
  {
    name: 'the OpenShift page without names',
    author: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1',
    names: { 0: 'net1', 1: 'net2', 2: 'bond0' },
    edited: 'demo/sriovnet1@net1, demo/sriovnet2@net2, demo/bond-net1@bond0',
    read: pageRead,
  },
  {
    name: 'a name for one of them',
    author: 'a,b,c',
    names: { 1: 'net1' },
    edited: 'a,b@net1,c',
    read: ['demo/a@net1', 'demo/b@net1', 'demo/c@net3'],
  },
  {
    name: 'a name, blanks kept',
    author: ' a , b ',
    names: { 0: 'net1', 1: 'net2' },
    edited: ' a@net1 , b@net2 ',
    read: ['demo/a@net1', 'demo/b@net2'],
  },
  { name: 'a name behind a lone "@"', author: 'a@', names: { 0: 'net1' }, edited: 'a@net1', read: ['demo/a@net1'] },
  {
    name: 'a name behind a lone "@", blanks kept',
    author: 'x / a @ ,b',
    names: { 0: 'net1' },
    edited: 'x / a @net1 ,b',
    read: ['x/a@net1', 'demo/b@net2'],
  },
  {
    name: 'a name behind an empty namespace',
    author: '/a',
    names: { 0: 'net1' },
    edited: '/a@net1',
    read: ['demo/a@net1'],
  },
  {
    name: 'appended behind the last',
    author: 'oam@oam0',
    append: all,
    edited: 'oam@oam0,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    read: ['demo/oam@oam0', ...pageRead],
  },
  {
    name: 'appended before a final line break',
    author: 'a,\n b\n',
    append: [bond],
    edited: 'a,\n b,bond-net1@bond0\n',
    read: ['demo/a@net1', 'demo/b@net2', 'demo/bond-net1@bond0'],
  },
  {
    name: 'appended behind a name that is given',
    author: 'a ',
    names: { 0: 'x' },
    append: [bond],
    edited: 'a@x,bond-net1@bond0 ',
    read: ['demo/a@x', 'demo/bond-net1@bond0'],
  },
  {
    name: 'appended behind a lone "@"',
    author: 'a@ ',
    append: [bond],
    edited: 'a@,bond-net1@bond0 ',
    read: ['demo/a@net1', 'demo/bond-net1@bond0'],
  },
  {
    name: 'appended from another namespace',
    author: 'a',
    append: [{ namespace: 'x', ...bond }],
    edited: 'a,x/bond-net1@bond0',
    read: ['demo/a@net1', 'x/bond-net1@bond0'],
  },
]

const json: Case[] = [
  { name: 'nothing to do', author: ' [ {"name" : "a"} ]\n', edited: ' [ {"name" : "a"} ]\n', read: ['demo/a@net1'] },
  {
    name: 'an empty list',
    author: '[]',
    append: [link1],
    edited: '[{"name":"sriovnet1","interface":"net1"}]',
    read: ['demo/sriovnet1@net1'],
  },
  {
    name: 'an empty list with blanks',
    author: ' [ ] ',
    append: [link1, bond],
    edited: ' [{"name":"sriovnet1","interface":"net1"},{"name":"bond-net1","interface":"bond0"} ] ',
    read: ['demo/sriovnet1@net1', 'demo/bond-net1@bond0'],
  },
  {
    name: 'a name',
    author: '[{"name":"a"}]',
    names: { 0: 'net1' },
    edited: '[{"name":"a","interface":"net1"}]',
    read: ['demo/a@net1'],
  },
  {
    name: 'a name, layout kept',
    author: '[\n  {\n    "name": "a"\n  }\n]',
    names: { 0: 'net1' },
    edited: '[\n  {\n    "name": "a","interface":"net1"\n  }\n]',
    read: ['demo/a@net1'],
  },
  {
    name: 'a name wins over null',
    author: '[{"name":"a","INTERFACE":null}]',
    names: { 0: 'x' },
    edited: '[{"name":"a","INTERFACE":null,"interface":"x"}]',
    read: ['demo/a@x'],
  },
  {
    name: 'a name wins over an empty text',
    author: '[{"interface":"","name":"a"}]',
    names: { 0: 'x' },
    edited: '[{"interface":"","name":"a","interface":"x"}]',
    read: ['demo/a@x'],
  },
  {
    name: 'a name wins over one that was taken back',
    author: '[{"name":"a","interface":"y","Interface":""}]',
    names: { 0: 'x' },
    edited: '[{"name":"a","interface":"y","Interface":"","interface":"x"}]',
    read: ['demo/a@x'],
  },
  {
    name: 'a name wins over an empty older key',
    author: '[{"name":"a","interfaceRequest":""}]',
    names: { 0: 'x' },
    edited: '[{"name":"a","interfaceRequest":"","interface":"x"}]',
    read: ['demo/a@x'],
  },
  {
    name: 'a name that JSON writes with a backslash',
    author: '[{"name":"a"}]',
    names: { 0: 'x"y' },
    edited: '[{"name":"a","interface":"x\\"y"}]',
    read: ['demo/a@x"y'],
  },
  {
    name: 'a name behind nested values',
    author: '[{"name":"a","cni-args":{"x":[{}]}}]',
    names: { 0: 'x' },
    edited: '[{"name":"a","cni-args":{"x":[{}]},"interface":"x"}]',
    read: ['demo/a@x'],
  },
  {
    name: 'appended behind the last',
    author: '[{"name":"a"}\n]\n',
    append: [link1],
    edited: '[{"name":"a"},{"name":"sriovnet1","interface":"net1"}\n]\n',
    read: ['demo/a@net1', 'demo/sriovnet1@net1'],
  },
  {
    name: 'appended from another namespace',
    author: '[{"name":"a"}]',
    append: [{ namespace: 'x', ...bond }],
    edited: '[{"name":"a"},{"name":"bond-net1","namespace":"x","interface":"bond0"}]',
    read: ['demo/a@net1', 'x/bond-net1@bond0'],
  },
  {
    name: 'both',
    author: '[{"name":"a"}, {"name":"b"}]',
    names: { 1: 'net1' },
    append: [bond],
    edited: '[{"name":"a"}, {"name":"b","interface":"net1"},{"name":"bond-net1","interface":"bond0"}]',
    read: ['demo/a@net1', 'demo/b@net1', 'demo/bond-net1@bond0'],
  },
  {
    name: 'names that only JSON can express',
    author: '[]',
    append: [{ name: 'my.net', interface: 'a"b' }],
    edited: '[{"name":"my.net","interface":"a\\"b"}]',
    read: ['demo/my.net@a"b'],
  },
]

for (const [syntax, cases] of Object.entries({ comma, json })) {
  for (const example of cases) {
    t.test(`${syntax}: ${example.name}`, async t => {
      t.same(edit(example), { kind: 'edited', text: example.edited })
      t.same(shown(readNetworksAnnotation(example.edited, 'demo')), example.read)
    })
  }
}

t.test('names may be given in any order', async t => {
  const names = new Map([
    [1, 'net2'],
    [0, 'net1'],
  ])
  t.same(editNetworksAnnotation(listOf('a,b'), { names, append: [] }), { kind: 'edited', text: 'a@net1,b@net2' })
})

t.test('a name for an element that has one, or that is not there, is a defect', async t => {
  for (const author of ['a@x', '[{"name":"a","interface":"x"}]', '[]']) {
    t.throws(() => editNetworksAnnotation(listOf(author), { names: new Map([[0, 'net1']]), append: [] }), RangeError)
  }
})
