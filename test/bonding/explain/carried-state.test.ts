import t from 'tap'
import type { Explanation } from '../../../src/bonding/explain/explanation.ts'
import { annotations, foreignAnnotations } from '../../../src/bonding/keys.ts'
import { bond, openshift, play, type Scene, sriov } from '../scene.ts'
import { explained } from './explain-scene.ts'

interface Annotated {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> }
}

/** The completed pod of a scene with other annotations. */
function completedWith(scene: Scene, changes: Readonly<Record<string, string>>): unknown {
  const pod = play(scene).pod as Annotated
  return { ...pod, metadata: { ...pod.metadata, annotations: { ...pod.metadata.annotations, ...changes } } }
}

const pinnedTo = (links: string) => [
  sriov('sriovnet1'),
  sriov('sriovnet2'),
  sriov('sriovnet3'),
  bond('bond-net1', ['net1', 'net2'], { links }),
]

interface Later {
  readonly name: string
  readonly then: Scene
  readonly now: Scene
  readonly outcome: Explanation['outcome']
  readonly differences: Explanation['carried']['differences']
}

const later: readonly Later[] = [
  {
    name: 'one more SR-IOV network, and discovery does not know any more',
    then: {},
    now: { definitions: [...openshift, sriov('sriovnet3')] },
    outcome: 'refused',
    differences: [],
  },
  {
    name: 'a link network is gone',
    then: { definitions: pinnedTo('sriovnet1,sriovnet2') },
    now: { definitions: pinnedTo('sriovnet1,sriovnet2').filter(({ metadata }) => metadata.name !== 'sriovnet2') },
    outcome: 'refused',
    differences: [],
  },
  {
    name: 'the bond network names another link',
    then: { definitions: pinnedTo('sriovnet1,sriovnet2') },
    now: { definitions: pinnedTo('sriovnet1,sriovnet3') },
    outcome: 'complete',
    differences: [
      {
        kind: 'link',
        bond: 'demo/bond-net1',
        interface: 'net2',
        carried: 'demo/sriovnet2',
        recomputed: 'demo/sriovnet3',
      },
    ],
  },
  {
    name: 'the bond network now says what was discovered',
    then: {},
    now: { definitions: pinnedTo('sriovnet1,sriovnet2') },
    outcome: 'complete',
    differences: [{ kind: 'links-from', bond: 'demo/bond-net1', carried: 'discovery', recomputed: 'network' }],
  },
  {
    name: 'the bond has a third link',
    then: {},
    now: {
      definitions: [
        sriov('sriovnet1'),
        sriov('sriovnet2'),
        sriov('sriovnet3'),
        bond('bond-net1', ['net1', 'net2', 'net3']),
      ],
    },
    outcome: 'completes',
    differences: [
      { kind: 'link', bond: 'demo/bond-net1', interface: 'net3', carried: null, recomputed: 'demo/sriovnet3' },
    ],
  },
]
for (const { name, then, now, outcome, differences } of later) {
  t.test(`since then: ${name}`, async t => {
    const explanation = explained(now, play(then).pod)
    t.equal(explanation.carried.status, 'ours')
    t.equal(explanation.outcome, outcome)
    t.strictSame(explanation.carried.differences, differences)
  })
}

t.test(
  'another link in the list: the status annotation does not describe it, and a rule says who may have done it',
  async t => {
    const networks = { [foreignAnnotations.networks]: 'sriovnet1@net1,sriovnet1@net2,bond-net1@bond0' }
    const { carried, outcome } = explained({}, completedWith({}, networks))
    t.equal(outcome, 'completes', 'the second device is missing')
    t.match(carried.differences, [
      { kind: 'link', interface: 'net2', carried: 'demo/sriovnet2', recomputed: 'demo/sriovnet1' },
    ])
    t.match(carried.findings, [{ rule: 'attachments-kept', severity: 'error' }])
  },
)

t.test('the list is gone: it is found anew, and what was taken away is told', async t => {
  const { carried, outcome } = explained({}, completedWith({}, { [foreignAnnotations.networks]: '' }))
  t.equal(outcome, 'completes')
  t.ok(carried.findings.some(({ rule }) => rule === 'attachments-kept'))
})

const kept: readonly { name: string; scene: Scene }[] = [
  { name: 'the author named the bond', scene: { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond9' } },
  {
    name: 'an element behind the links',
    scene: { networks: 'sriovnet1,sriovnet2,bond-net1,oam@oam0', definitions: [...openshift, sriov('oam')] },
  },
  {
    name: 'JSON',
    scene: {
      networks: '[{"name":"oam","interface":"oam0"}]',
      definitions: [...pinnedTo('sriovnet1,sriovnet2'), sriov('oam')],
    },
  },
  { name: 'an empty JSON list', scene: { networks: '[]' } },
  {
    name: 'the bond of an empty label in the list',
    scene: { label: '', networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' },
  },
  {
    name: 'blanks and empty ends',
    scene: { networks: ' oam@oam0 ', definitions: [...pinnedTo('sriovnet1,sriovnet2'), sriov('oam')] },
  },
]
for (const { name, scene } of kept) {
  t.test(`a completed pod differs in nothing: ${name}`, async t => {
    const completed = play(scene)
    t.strictSame(completed.refused, undefined)
    const { carried, outcome } = explained(scene, completed.pod)
    t.equal(outcome, 'complete')
    t.strictSame(carried, { status: 'ours', differences: [], findings: [] })
  })
}

const forged: readonly [string, string][] = [
  ['no JSON', 'yes'],
  ['another program', '{"bonds":[{"x":1}]}'],
]
for (const [name, status] of forged) {
  t.test(`a status annotation that is none of ours: ${name}`, async t => {
    t.equal(explained({ annotations: { [annotations.status]: status } }).carried.status, 'unreadable')
  })
}
