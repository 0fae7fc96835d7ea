import t from 'tap'
import { type LookUp, UnansweredLookUp, verdictAfterLookUp } from '../../src/admission/look-up.ts'
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
]

/** A catalogue that learns a network when it is asked for. */
function learning(known: readonly string[]): { catalogue: Catalogue; lookUp: LookUp; asked: string[][] } {
  const learned = new Set(known)
  const asked: string[][] = []
  const now = (): Catalogue =>
    new NetworkTable(all.filter(({ metadata }) => learned.has(metadata.name)).map(readNetwork))
  return {
    asked,
    catalogue: { get: (namespace, name) => now().get(namespace, name), list: namespace => now().list(namespace) },
    lookUp: (keys: readonly NetworkKey[]) => {
      asked.push(keys.map(key => networkText(key)))
      const found = keys.filter(({ name }) => all.some(({ metadata }) => metadata.name === name))
      for (const { name } of found) learned.add(name)
      return Promise.resolve(found.length > 0)
    },
  }
}

function pod(scene: Scene = {}) {
  const read = readPod(podOf(scene), 'demo')
  if (!read) throw new Error('no pod')
  return read
}

t.test('what is in memory is answered at once', async t => {
  const { catalogue, lookUp, asked } = learning(['bond-net1', 'sriovnet1', 'sriovnet2'])
  const verdict = verdictAfterLookUp(plan, pod(), catalogue, lookUp, 1_000)
  t.notOk(verdict instanceof Promise)
  t.match(verdict, { kind: 'planned' })
  t.strictSame(asked, [])
})

t.test('a bond that is not known yet, then its links', async t => {
  const { catalogue, lookUp, asked } = learning([])
  t.match(await verdictAfterLookUp(plan, pod(), catalogue, lookUp, 1_000), { kind: 'planned' })
  t.strictSame(asked, [['demo/bond-net1'], ['demo/sriovnet1', 'demo/sriovnet2']])
})

t.test('what does not exist is refused, after it was asked for once', async t => {
  const { catalogue, lookUp, asked } = learning(['sriovnet1', 'sriovnet2'])
  t.match(await verdictAfterLookUp(plan, pod({ label: 'nobody' }), catalogue, lookUp, 1_000), {
    kind: 'refused',
    errors: [{ rule: 'bond-network-exists' }],
  })
  t.strictSame(asked, [['demo/nobody']])
})

t.test('without anybody to ask the catalogue is the truth', async t => {
  const { catalogue } = learning([])
  t.match(verdictAfterLookUp(plan, pod(), catalogue, undefined, 1_000), { kind: 'refused' })
})

t.test('a pod that is none of ours asks for nothing', async t => {
  const { catalogue, lookUp, asked } = learning([])
  t.match(verdictAfterLookUp(plan, pod({ label: null, networks: 'x' }), catalogue, lookUp, 1_000), {
    kind: 'nothing-to-do',
  })
  t.match(verdictAfterLookUp(plan, pod({ spec: { hostNetwork: true } }), catalogue, lookUp, 1_000), {
    kind: 'nothing-to-do',
  })
  t.strictSame(asked, [])
})

t.test('where it cannot be told there is no verdict', async t => {
  const { catalogue } = learning([])
  const lookUp: LookUp = () => Promise.reject(new Error('connection refused'))
  const verdict = Promise.resolve(verdictAfterLookUp(plan, pod(), catalogue, lookUp, 1_000))
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
  const never: LookUp = (_keys, signal) => {
    const { promise, reject } = Promise.withResolvers<boolean>()
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
    return promise
  }
  await t.rejects(Promise.resolve(verdictAfterLookUp(plan, pod(), catalogue, never, 20)), UnansweredLookUp)
})
