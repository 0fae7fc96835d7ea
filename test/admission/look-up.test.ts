import t from 'tap'
import { type LiveNetworks, UnansweredLookUp, verdictAfterLookUp } from '../../src/admission/look-up.ts'
import type { Catalogue } from '../../src/bonding/catalogue.ts'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { type NetworkKey, networkText } from '../../src/bonding/network-key.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { bond, podOf, type Scene, sriov } from '../bonding/scene.ts'

const plan = createPlanner(defaultPolicy)
const all = [
  sriov('sriovnet1'),
  sriov('sriovnet2'),
  bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
  bond('unpinned', ['net1', 'net2']),
]

interface Learning {
  readonly catalogue: Catalogue
  readonly live: LiveNetworks
  readonly asked: string[][]
}

const notRead = () => Promise.resolve(undefined)

/** A catalogue that learns a network when it is asked for. */
function learning(known: readonly string[]): Learning {
  const learned = new Set(known)
  const asked: string[][] = []
  const now = (): Catalogue =>
    new NetworkTable(all.filter(({ metadata }) => learned.has(metadata.name)).map(readNetwork))
  return {
    asked,
    catalogue: { get: (namespace, name) => now().get(namespace, name), list: namespace => now().list(namespace) },
    live: {
      lookUp: (keys: readonly NetworkKey[]) => {
        asked.push(keys.map(key => networkText(key)))
        const found = keys.filter(({ name }) => all.some(({ metadata }) => metadata.name === name))
        for (const { name } of found) learned.add(name)
        return Promise.resolve(found.length > 0)
      },
      readAgain: notRead,
    },
  }
}

function pod(scene: Scene = {}) {
  const read = readPod(podOf(scene), 'demo')
  if (!read) throw new Error('no pod')
  return read
}

t.test('what is in memory is answered at once', async t => {
  const { catalogue, live, asked } = learning(['bond-net1', 'sriovnet1', 'sriovnet2'])
  const verdict = verdictAfterLookUp(known => plan(pod(), known), catalogue, live, 1_000)
  t.notOk(verdict instanceof Promise)
  t.match(verdict, { kind: 'planned' })
  t.strictSame(asked, [])
})

t.test('a bond that is not known yet, then its links', async t => {
  const { catalogue, live, asked } = learning([])
  t.match(await verdictAfterLookUp(known => plan(pod(), known), catalogue, live, 1_000), { kind: 'planned' })
  t.strictSame(asked, [['demo/bond-net1'], ['demo/sriovnet1', 'demo/sriovnet2']])
})

t.test('what does not exist is refused, after it was asked for once', async t => {
  const { catalogue, live, asked } = learning(['sriovnet1', 'sriovnet2'])
  t.match(await verdictAfterLookUp(known => plan(pod({ label: 'nobody' }), known), catalogue, live, 1_000), {
    kind: 'refused',
    errors: [{ rule: 'bond-network-exists' }],
  })
  t.strictSame(asked, [['demo/nobody']])
})

t.test('without anybody to ask the catalogue is the truth', async t => {
  const { catalogue } = learning([])
  t.match(
    verdictAfterLookUp(known => plan(pod(), known), catalogue, undefined, 1_000),
    { kind: 'refused' },
  )
})

t.test('a pod that is none of ours asks for nothing', async t => {
  const { catalogue, live, asked } = learning([])
  t.match(
    verdictAfterLookUp(known => plan(pod({ label: null, networks: 'x' }), known), catalogue, live, 1_000),
    {
      kind: 'nothing-to-do',
    },
  )
  t.match(
    verdictAfterLookUp(known => plan(pod({ spec: { hostNetwork: true } }), known), catalogue, live, 1_000),
    {
      kind: 'nothing-to-do',
    },
  )
  t.strictSame(asked, [])
})

t.test('where it cannot be told there is no verdict', async t => {
  const { catalogue } = learning([])
  const live = { lookUp: () => Promise.reject(new Error('connection refused')), readAgain: notRead }
  const verdict = Promise.resolve(verdictAfterLookUp(known => plan(pod(), known), catalogue, live, 1_000))
  await t.rejects(verdict, {
    name: 'UnansweredLookUp',
    message: 'demo/bond-net1 could not be looked up: connection refused',
  })
})

t.test('it does not wait longer than the API server does', async t => {
  const { catalogue } = learning([])
  // Time limits do not keep a process alive; here nothing else does.
  const alive = setTimeout(() => undefined, 10_000)
  t.teardown(() => {
    clearTimeout(alive)
  })
  const never: LiveNetworks['lookUp'] = (_keys, signal) => {
    const { promise, reject } = Promise.withResolvers<boolean>()
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
    return promise
  }
  await t.rejects(
    Promise.resolve(
      verdictAfterLookUp(known => plan(pod(), known), catalogue, { lookUp: never, readAgain: notRead }, 20),
    ),
    UnansweredLookUp,
  )
})

/** A catalogue with these networks that does not know its namespace in full. */
function incomplete(known: readonly string[]): { catalogue: Catalogue; live: LiveNetworks } {
  const { catalogue, live } = learning(known)
  const gap = () => ({ kind: 'not-read', why: 'RBAC does not allow it' }) as const
  return { catalogue: { ...catalogue, gap }, live }
}

const untold = {
  name: 'UnansweredLookUp',
  message: 'which networks namespace demo has cannot be told: RBAC does not allow it',
}
const undecided: readonly { readonly name: string; readonly known: readonly string[]; readonly scene: Scene }[] = [
  { name: 'how many SR-IOV networks there are', known: ['unpinned'], scene: { label: 'unpinned' } },
  { name: 'the same, of a bond that is found live', known: [], scene: { label: 'unpinned' } },
  { name: 'which bond is the only one', known: ['bond-net1', 'sriovnet1', 'sriovnet2'], scene: { label: '' } },
  { name: 'that there is none', known: [], scene: { label: '' } },
]
for (const { name, known, scene } of undecided) {
  t.test(`a namespace that is not known in full does not tell ${name}`, async t => {
    const { catalogue, live } = incomplete(known)
    const decide = (known: Catalogue) => plan(pod(scene), known)
    await t.rejects(async () => verdictAfterLookUp(decide, catalogue, live, 1_000), untold)
    await t.rejects(async () => verdictAfterLookUp(decide, catalogue, undefined, 1_000), untold, 'with nobody to ask')
  })
}

const decided = [
  { name: 'all that it names is found', scene: {}, kind: 'planned' },
  { name: 'a bond was asked for and is not there', scene: { label: 'nobody' }, kind: 'refused' },
  {
    name: 'so was a link',
    scene: { annotations: { 'bond-injector.io/links': 'sriovnet1,nobody' } },
    kind: 'refused',
  },
  { name: 'discovery would not be used: two bonds', scene: { label: '', annotations: { 'bond-injector.io/bonds': 'bond-net1,unpinned@bond1' } }, kind: 'refused' },
] // prettier-ignore
for (const { name, scene, kind } of decided) {
  t.test(`no list is needed where ${name}`, async t => {
    const { catalogue, live } = incomplete([])
    t.match(await verdictAfterLookUp(known => plan(pod(scene), known), catalogue, live, 1_000), { kind })
  })
}

for (const { count, kind } of [
  { count: 31, kind: 'planned' },
  { count: 32, kind: 'too many' },
]) {
  t.test(`a pod that lists ${count} unknown networks beside an unknown bond`, async t => {
    const { catalogue, live, asked } = learning(['sriovnet1', 'sriovnet2'])
    const networks = Array.from({ length: count }, (_, i) => `other/n${i}@oam${i}`).join(',')
    const verdict = verdictAfterLookUp(known => plan(pod({ networks }), known), catalogue, live, 1_000)
    if (kind === 'planned') {
      t.match(await verdict, { kind })
      t.equal(asked.length, 1, 'each is asked for once')
    } else {
      const message = "33 of the pod's networks are not known, and no more than 32 are looked up for one pod"
      await t.rejects(Promise.resolve(verdict), { name: 'UnansweredLookUp', message })
      t.strictSame(asked, [], 'none is asked for')
    }
  })
}
