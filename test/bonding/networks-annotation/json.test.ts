import t from 'tap'
import { readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { shown } from '../shown-networks.ts'

// The verdicts are those of Multus's own parser (95a0932, Go 1.26.8), run on the same texts.
const read: { name: string; text: string; expected: readonly string[] }[] = [
  { name: 'an empty list', text: '[]', expected: [] },
  { name: 'names only', text: '[{"name":"a"},{"name":"b"}]', expected: ['demo/a@net1', 'demo/b@net2'] },
  { name: 'all three', text: '[{"name":"a","namespace":"x","interface":"bond0"}]', expected: ['x/a@bond0'] },
  { name: 'keys in another case', text: '[{"Name":"b","INTERFACE":"q"}]', expected: ['demo/b@q'] },
  { name: 'a key with a long s', text: '[{"name":"a","name\u017fpace":"x"}]', expected: ['x/a@net1'] },
  { name: 'an escaped key', text: '[{"n\\u0061me":"a"}]', expected: ['demo/a@net1'] },
  { name: 'the last of two keys', text: '[{"name":"a","name":"b","namespace":""}]', expected: ['demo/b@net1'] },
  { name: 'the last of two spellings', text: '[{"name":"a","NAME":"b"}]', expected: ['demo/b@net1'] },
  { name: 'null changes nothing', text: '[{"name":"a","interface":"x","interface":null}]', expected: ['demo/a@x'] },
  { name: 'an empty text does', text: '[{"name":"a","interface":"x","interface":""}]', expected: ['demo/a@net1'] },
  { name: 'the older key for the interface', text: '[{"name":"a","interfaceRequest":"y"}]', expected: ['demo/a@y'] },
  {
    name: 'the older key counts only where the newer is empty',
    text: '[{"name":"a","interfaceRequest":"y","interface":"x"},{"name":"b","interface":"","interfaceRequest":"z"}]',
    expected: ['demo/a@x', 'demo/b@z'],
  },
  { name: 'an empty namespace', text: '[{"name":"a","namespace":""}]', expected: ['demo/a@net1'] },
  { name: 'dots, capitals, blanks: nobody looks yet', text: '[{"name":" My.Net "}]', expected: ['demo/ My.Net @net1'] },
  { name: 'an interface that libcni refuses', text: '[{"name":"a","interface":"eth:0"}]', expected: ['demo/a@eth:0'] },
  { name: 'a lone surrogate', text: '[{"name":"\\ud800"}]', expected: ['demo/\ufffd@net1'] },
  { name: 'unknown keys, whatever they hold', text: '[{"name":"a","x":1e400,"y":[null]}]', expected: ['demo/a@net1'] },
  {
    name: 'keys that JavaScript knows',
    text: '[{"name":"a","__proto__":{"name":"b"},"constructor":1}]',
    expected: ['demo/a@net1'],
  },
  {
    name: 'null for every field but the name',
    text: '[{"name":"a","namespace":null,"ips":null,"mac":null,"bandwidth":null,"cni-args":null,"portMappings":null,"default-route":null}]',
    expected: ['demo/a@net1'],
  },
  {
    name: 'null inside of lists',
    text: '[{"name":"a","portMappings":[null],"default-route":[null]}]',
    expected: ['demo/a@net1'],
  },
  { name: 'an empty gateway', text: '[{"name":"a","default-route":[""]}]', expected: ['demo/a@net1'] },
  {
    name: 'whole numbers',
    text: '[{"name":"a","bandwidth":{"ingressRate":-1},"portMappings":[{"hostPort":80}]}]',
    expected: ['demo/a@net1'],
  },
  {
    name: 'addresses',
    text: '[{"name":"a","mac":"020000000001","ips":["10.0.0.5/024","fd00::1"],"infiniband-guid":"02:00:00:00:00:00:00:01"}]',
    expected: ['demo/a@net1'],
  },
]

for (const { name, text, expected } of read) {
  t.test(`read: ${name}`, async t => t.same(shown(readNetworksAnnotation(text, 'demo')), expected))
}

t.test('addresses are part of the element, where they are asked for', async t => {
  const text = '[{"name":"a","mac":"020000000001","ips":["10.0.0.1/24"]},{"name":"b","ips":[]},{"name":"c","mac":""}]'
  const list = readNetworksAnnotation(text, 'demo')
  t.equal(list.kind, 'list')
  const elements = list.kind === 'list' ? list.elements : []
  t.match(elements[0], { mac: '020000000001', ips: ['10.0.0.1/24'] })
  t.same(elements[1]?.ips, [])
  t.notOk('mac' in (elements[2] ?? {}))
  t.notOk('ips' in (elements[2] ?? {}))
})

t.test('a null in a second list of addresses keeps the one of the first', async t => {
  const text = '[{"name":"a","ips":["10.0.0.1","10.0.0.2"],"ips":[null,null]}]'
  t.match(readNetworksAnnotation(text, 'demo'), { elements: [{ ips: ['10.0.0.1', '10.0.0.2'] }] })
})

const slots: { name: string; text: string; slots: readonly (string | undefined)[] }[] = [
  { name: 'behind the last member', text: '[{"name":"a" }]', slots: ['member 12'] },
  { name: 'behind the last member, whatever it is', text: '[{"name":"a","x":[{}] }]', slots: ['member 21'] },
  { name: 'none where there is an interface', text: '[{"name":"a","interface":"x"}]', slots: [undefined] },
  { name: 'none where the older key names it', text: '[{"name":"a","interfaceRequest":"x"}]', slots: [undefined] },
]

for (const { name, text, slots: expected } of slots) {
  t.test(`place for an interface: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    const found = list.kind === 'list' ? list.elements.map(({ slot }) => slot && `${slot.kind} ${slot.start}`) : list
    t.same(found, expected)
  })
}
