import t from 'tap'
import { annotations } from '../../../src/bonding/keys.ts'
import { applied, openshift, play, podOf, type Scene, sriov } from '../scene.ts'

const statusOf = (pod: unknown) =>
  (pod as { metadata: { annotations: Record<string, string> } }).metadata.annotations[annotations.status]
const withStatus = (status: string): Scene => ({ annotations: { [annotations.status]: status } })
const right =
  '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"discovery","links":[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}'

t.test('it tells bonds, links and where they came from', async t => {
  t.equal(statusOf(play({}).pod), right)
})

t.test('a second pass keeps linksFrom, although the links now look like the author’s', async t => {
  const first = play({})
  t.equal(statusOf(play({}, first.pod).pod), right)
})

const wrong: readonly [string, string][] = [
  ['no JSON', 'yes'],
  ['another link', right.replace('demo/sriovnet2', 'demo/sriovnet9')],
  ['another interface', right.replace('bond0', 'bond1')],
  ['an unknown source', right.replace('discovery', 'guesswork')],
  ['one bond more', right.replace(']}]}', ']},{}]}')],
  ['other blanks', right.replace(':', ': ')],
  ['a prototype key', '{"__proto__":{"bonds":[]}}'],
]
for (const [name, status] of wrong) {
  t.test(`a status that is not true is made anew: ${name}`, async t =>
    t.equal(statusOf(play(withStatus(status)).pod), right),
  )
}

t.test('a status copied into a changed template is made anew', async t => {
  const definitions = [...openshift, sriov('sriovnet3')]
  const scene = { networks: 'sriovnet1@net1,sriovnet3@net2', definitions, ...withStatus(right) }
  t.match(statusOf(play(scene).pod), /"linksFrom":"author".*demo\/sriovnet3/)
})

t.test('a pod without annotations gets the whole map', async t => {
  const pod = podOf({})
  const bare = applied(pod, [{ op: 'replace', path: '/metadata/annotations', value: null }])
  t.equal(statusOf(play({}, bare).pod), right)
})
