import type { Test } from 'tap'
import type { Catalogue } from '../src/bonding/catalogue.ts'
import type { NetworkAttachmentDefinition } from '../src/bonding/network.ts'

export type MakeCatalogue = (
  definitions: readonly NetworkAttachmentDefinition[],
  t: Test,
) => Catalogue | Promise<Catalogue>

const sriov = (namespace: string, name: string): NetworkAttachmentDefinition => ({
  metadata: { namespace, name, annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/${name}` } },
  spec: { config: `{"cniVersion":"1.0.0","name":"${name}","type":"sriov"}` },
})

const bond = (namespace: string, name: string): NetworkAttachmentDefinition => ({
  metadata: { namespace, name, annotations: { 'bond-injector.io/links': 'one, two' } },
  spec: {
    config: `{"cniVersion":"0.3.1","name":"${name}","type":"bond","mode":"active-backup","failOverMac":1,"linksInContainer":true,"links":[{"name":"net1"},{"name":"net2"}]}`,
  },
})

/** What the engine may expect of every catalogue, wherever its networks come from. */
export function catalogueContract(t: Test, make: MakeCatalogue): void {
  const definitions = [
    sriov('demo', 'sriovnet1'),
    sriov('demo', 'sriovnet2'),
    bond('demo', 'bond-net1'),
    sriov('other', 'sriovnet1'),
  ]

  t.test('gets a network by namespace and name', async t => {
    const catalogue = await make(definitions, t)
    t.match(catalogue.get('demo', 'bond-net1'), { kind: 'bond', reference: { namespace: 'demo', name: 'bond-net1' } })
    t.match(catalogue.get('other', 'sriovnet1'), { kind: 'link', reference: { namespace: 'other', name: 'sriovnet1' } })
  })

  t.test('a network is what the engine reads out of its definition', async t => {
    const catalogue = await make(definitions, t)
    t.match(catalogue.get('demo', 'sriovnet1'), { type: 'sriov', resourceName: 'openshift.io/sriovnet1' })
    t.match(catalogue.get('demo', 'bond-net1'), { links: 'one, two', linkNames: ['net1', 'net2'] })
  })

  t.test('the same network is the same object, made once', async t => {
    const catalogue = await make(definitions, t)
    t.equal(catalogue.get('demo', 'bond-net1'), catalogue.get('demo', 'bond-net1'))
    t.ok(catalogue.list('demo').includes(catalogue.get('demo', 'bond-net1') ?? fail()))
  })

  t.test('lists the networks of one namespace only', async t => {
    const catalogue = await make(definitions, t)
    t.strictSame(names(catalogue, 'demo'), ['bond-net1', 'sriovnet1', 'sriovnet2'])
    t.strictSame(names(catalogue, 'other'), ['sriovnet1'])
  })

  t.test('does not know what nobody defined', async t => {
    const catalogue = await make(definitions, t)
    t.equal(catalogue.get('demo', 'bond-net2'), undefined)
    t.equal(catalogue.get('nowhere', 'bond-net1'), undefined)
    t.equal(catalogue.get('other', 'bond-net1'), undefined)
    t.equal(catalogue.get('demo', ''), undefined)
    t.equal(catalogue.get('', 'bond-net1'), undefined)
    t.strictSame(catalogue.list('nowhere'), [])
  })

  t.test('takes names by the letter', async t => {
    const catalogue = await make(definitions, t)
    for (const name of ['Bond-net1', 'bond-net1 ', 'bond-net', '__proto__', 'constructor', 'demo/bond-net1']) {
      t.equal(catalogue.get('demo', name), undefined, JSON.stringify(name))
      t.equal(catalogue.get(name, 'bond-net1'), undefined, JSON.stringify(name))
    }
  })

  t.test('namespaces and names with dots are not confused', async t => {
    const catalogue = await make([sriov('a', 'b.c'), sriov('a', 'b')], t)
    t.match(catalogue.get('a', 'b.c'), { reference: { name: 'b.c' } })
    t.strictSame(names(catalogue, 'a'), ['b', 'b.c'])
  })

  t.test('an unreadable network is there, so that rules can say what is wrong with it', async t => {
    const catalogue = await make(
      [{ metadata: { namespace: 'demo', name: 'broken' }, spec: { config: '{"type": "bond"' } }],
      t,
    )
    t.match(catalogue.get('demo', 'broken'), { kind: 'bond', config: { kind: 'unreadable' } })
  })

  t.test('a list is the same array until something changes: facts about it are kept by it', async t => {
    const catalogue = await make(
      [{ metadata: { namespace: 'a', name: 'b' } }, { metadata: { namespace: 'a', name: 'c' } }],
      t,
    )
    t.equal(catalogue.list('a'), catalogue.list('a'))
  })

  t.test('empty', async t => {
    const catalogue = await make([], t)
    t.equal(catalogue.get('demo', 'bond-net1'), undefined)
    t.strictSame(catalogue.list('demo'), [])
  })
}

function names(catalogue: Catalogue, namespace: string): string[] {
  return catalogue
    .list(namespace)
    .map(({ reference }) => reference.name)
    .sort()
}

function fail(): never {
  throw new Error('not found')
}
