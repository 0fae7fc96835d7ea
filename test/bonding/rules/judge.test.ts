import t from 'tap'
import { annotations } from '../../../src/bonding/keys.ts'
import { describe } from '../../../src/bonding/layout.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { createJudge } from '../../../src/bonding/rules/judge.ts'
import { bond, definition, openshift, podOf, sriov, verdictOn } from '../scene.ts'

const secret = definition(
  'ha',
  '{"cniVersion":"0.3.1","type":"bond","mode":"SECRET","links":[{"name":"SECRET1"},{"name":"SECRET2"}]}',
  {
    namespace: 'infra',
  },
)

t.test('about a network of another namespace a finding names rule and field, never the content', async t => {
  const judge = createJudge(new Map())
  const [network] = [readNetwork(secret)]
  const texts = (reader: string) => judge.networks([network], reader).map(describe).join('\n')
  t.match(texts('infra'), /SECRET/, 'whoever can read it is told')
  t.notMatch(texts('demo'), /SECRET/)
  t.match(
    texts('demo'),
    /^infra\/ha spec\.config\.mode: does not hold: .*Ask the owner of infra\/ha \[bond-injector mode-known\]/,
  )
})

t.test('of one rule a network has ten findings at most, and the last one tells how many more there are', async t => {
  const found = (keys: number) => {
    const unknown = Array.from({ length: keys }, (_, at) => `"zzz${at}":1`).join(',')
    const network = readNetwork(definition('ha', `{"cniVersion":"0.3.1","type":"bond",${unknown}}`))
    const judge = createJudge(new Map([['key-known', 'warning']]))
    return judge.networks([network], 'demo').filter(({ rule }) => rule === 'key-known')
  }
  const messages = (keys: number) => found(keys).map(({ message }) => message)
  t.equal(messages(10).length, 10)
  t.notMatch(messages(10).join(), /more like it/)
  t.equal(messages(25).length, 10)
  t.match(messages(25).at(-1), / \(and 15 more like it\)$/)
})

t.test('nor does a finding about the pod tell it', async t => {
  const hidden = [
    ...openshift,
    sriov('p0', 'x/p0', 'infra'),
    bond('ha', ['SECRET1', 'SECRET2'], { namespace: 'infra', links: 'p0' }),
    bond('far', ['SECRET1', 'SECRET2'], { namespace: 'infra' }),
  ]
  const scenes = [
    { label: '', annotations: { [annotations.bonds]: 'infra/ha' } },
    { label: '', annotations: { [annotations.bonds]: 'infra/far' } },
    { label: '', networks: 'infra/far@bond0' },
    {
      label: '',
      networks: 'sriovnet1@a,infra/far@bond0',
      annotations: { [annotations.bonds]: 'infra/far', [annotations.links]: 'sriovnet1' },
    },
  ]
  for (const scene of scenes) {
    const verdict = verdictOn(podOf(scene), { ...scene, definitions: hidden })
    if (verdict.kind !== 'refused') throw new Error('expected a refusal')
    const text = [...verdict.errors, ...verdict.warnings].map(describe).join('\n')
    t.notMatch(text, /SECRET/, text)
  }
})

t.test('what a bond network of another namespace pins is told to nobody', async t => {
  const hidden = [bond('far', ['q1', 'q2'], { namespace: 'infra', links: 'SECRETa,SECRETb' })]
  const scene = { label: '', annotations: { [annotations.bonds]: 'infra/far' } }
  const verdict = verdictOn(podOf(scene), { ...scene, definitions: hidden })
  if (verdict.kind !== 'refused') throw new Error('expected a refusal')
  t.notMatch(verdict.errors.map(describe).join('\n'), /SECRET|q1/)
})

t.test('the author of a pod is told what they can do about a bond of another namespace', async t => {
  const scene = { label: '', annotations: { [annotations.bonds]: 'infra/far' } }
  const verdict = verdictOn(podOf(scene), {
    ...scene,
    definitions: [bond('far', ['q1', 'q2'], { namespace: 'infra' })],
  })
  if (verdict.kind !== 'refused') throw new Error('expected a refusal')
  const text = verdict.errors.map(describe).join('\n')
  t.match(text, /namespace infra has 0 SR-IOV networks.*Set bond-injector.io\/links on the pod/)
  t.notMatch(text, /q1/)
})

t.test('a network is judged once, and again when it is another version', async t => {
  const judge = createJudge(new Map())
  const network = readNetwork(secret)
  const [first] = judge.networks([network], 'infra')
  t.equal(judge.networks([network], 'infra')[0], first)
  t.not(judge.networks([readNetwork(secret)], 'infra')[0], first)
})
