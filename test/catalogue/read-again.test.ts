import t from 'tap'
import { verdictAfterLookUp } from '../../src/admission/look-up.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import { LiveLists } from '../../src/cluster/live-lists.ts'
import type { NetworkPage, NetworksApi } from '../../src/cluster/networks-api.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { bond, openshift, podOf, type Scene as PodScene, sriov } from '../bonding/scene.ts'
import type { FakeApiServer } from './fake-api-server.ts'
import { type Scene, scene, type SceneOptions, synced } from './followed-cluster.ts'

const plan = createPlanner(defaultPolicy)

async function verdict({ networks }: Scene, pod: PodScene = {}) {
  const read = readPod(podOf(pod), 'demo')
  if (!read) throw new Error('no pod')
  return verdictAfterLookUp(known => plan(read, known), networks.catalogue, networks, 5_000)
}

const withExample = (server: FakeApiServer) => {
  for (const definition of openshift) server.add(definition)
}

const withThree = (server: FakeApiServer) => {
  withExample(server)
  server.add(sriov('sriovnet3'))
}

async function followed(t: Parameters<typeof scene>[0], options: SceneOptions = {}): Promise<Scene> {
  const s = await scene(t, { before: withExample, ...options })
  await synced(s)
  return s
}

const spoofed = '{"cniVersion":"1.0.0","type":"sriov","spoofchk":"on"}'
const broken = bond('bond-net1', ['net1', 'net2'])
const late: readonly {
  readonly name: string
  readonly before?: (server: FakeApiServer) => void
  readonly meanwhile: (server: FakeApiServer) => void
}[] = [
  {
    name: 'the second link was made a moment ago, and links are discovered',
    before: server => {
      for (const definition of openshift.slice(0, 2)) server.add(definition)
    },
    meanwhile: server => {
      for (const definition of openshift.slice(2)) server.add(definition)
    },
  },
  {
    name: 'a third link is gone already',
    before: withThree,
    meanwhile: server => void server.removeLate('sriovnet3'),
  },
  {
    name: 'a link was mended',
    before: server => {
      withExample(server)
      server.store('sriovnet2', spoofed.replace('"on"', '1'))
    },
    meanwhile: server => {
      for (const definition of openshift) server.add(definition)
    },
  },
  {
    name: 'the bond was mended',
    before: server => {
      withExample(server)
      server.store('bond-net1', (broken.spec?.config ?? '').replace('"failOverMac":1', '"failOverMac":0'))
    },
    meanwhile: server => {
      for (const definition of openshift) server.add(definition)
    },
  },
]

for (const { name, before, meanwhile } of late) {
  t.test(`a pod is not refused for what no watch has told: ${name}`, async t => {
    const s = await followed(t, before && { before })
    t.match(await verdict(s), { kind: 'refused' }, 'it is, before')
    meanwhile(s.server)
    t.match(await verdict(s), { kind: 'planned', plan: { bonds: [{ network: 'demo/bond-net1' }] } })
    t.match(await verdict(s), { kind: 'planned' }, 'nor later')
  })
}

t.test('a pod that is admitted asks nobody', async t => {
  const s = await followed(t)
  const { list, get } = s.server.calls
  t.match(await verdict(s), { kind: 'planned' })
  t.match(s.server.calls, { list, get })
})

t.test('a pod that is refused rightly is told so after one list', async t => {
  const s = await followed(t, { before: withThree })
  const { list } = s.server.calls
  t.match(await verdict(s), { kind: 'refused', errors: [{ rule: 'links-known' }] })
  t.equal(s.server.calls.list, list + 1)
})

for (const { name, fault } of [
  { name: 'is refused', fault: { on: 'list', status: 403 } },
  { name: 'breaks off', fault: { on: 'list', reset: true } },
  { name: 'is not answered', fault: { on: 'list', hang: true } },
] as const) {
  t.test(`where the second look ${name}, the first one counts`, async t => {
    const s = await followed(t, { before: withThree })
    s.server.removeLate('sriovnet3')
    s.server.fail(fault)
    t.match(await verdict(s), { kind: 'refused', errors: [{ rule: 'links-known' }] })
    t.match(await verdict(s), { kind: 'planned' }, 'and the next one is right')
  })
}

t.test('a namespace that --watch-namespace leaves out is not read', async t => {
  const s = await followed(t, { namespaces: ['demo'] })
  const { list } = s.server.calls
  const elsewhere = { annotations: { 'bond-injector.io/bonds': 'other/bond-net1' }, label: '' }
  t.match(await verdict(s, elsewhere), { kind: 'refused' })
  t.ok(s.server.calls.list <= list + 1, 'demo at most')
})

t.test('a namespace of more than one page is not read again', async t => {
  const s = await followed(t, {
    before: server => {
      withExample(server)
      for (let i = 0; i < 600; i++) server.add(sriov(`more${i}`))
    },
  })
  s.server.pages.length = 0
  t.match(await verdict(s), { kind: 'refused' })
  t.strictSame(s.server.pages, [500])
})

/** An API server whose lists are answered by hand. */
function byHand() {
  const open: PromiseWithResolvers<NetworkPage>[] = []
  const api: NetworksApi = {
    list: () => {
      const answer = Promise.withResolvers<NetworkPage>()
      open.push(answer)
      return answer.promise
    },
    watch: () => Promise.resolve(),
    get: () => Promise.resolve(undefined),
  }
  return { open, lists: new LiveLists(api) }
}

t.test('however many ask, one list of a namespace is under way, and none is older than the question', async t => {
  const { open, lists } = byHand()
  const first = lists.list('demo')
  const [second, third] = [lists.list('demo'), lists.list('demo')]
  const other = lists.list('other')
  t.equal(open.length, 2, 'one of each namespace')
  open[0]?.resolve({ networks: [], resourceVersion: '1' })
  open[1]?.resolve({ networks: [], resourceVersion: '1' })
  t.strictSame(await Promise.all([first, other]), [[], []])
  t.equal(open.length, 3, 'and one more for those who asked meanwhile')
  open[2]?.reject(new ApiFailure('gone'))
  await t.rejects(second, { message: 'gone' })
  await t.rejects(third, { message: 'gone' })
  const later = lists.list('demo')
  open[3]?.resolve({ networks: [], resourceVersion: '1', next: 'more' })
  t.equal(await later, undefined, 'a failure is not remembered')
})
