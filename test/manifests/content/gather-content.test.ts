import t from 'tap'
import { gatherContent } from '../../../src/manifests/content/gather-content.ts'
import { fileProblem } from '../../../src/manifests/manifest-problem.ts'
import { pod, sriov } from '../lint/linted.ts'
import { policy } from '../lint/policies.ts'

const sriovNetwork = `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata: {name: port0, namespace: operator}
spec: {resourceName: port0, networkNamespace: apps}
`
const gather = (
  texts: Readonly<Record<string, string>>,
  problems: Parameters<typeof gatherContent>[0]['problems'] = [],
) => gatherContent({ files: Object.entries(texts).map(([file, text]) => ({ file, text })), problems }, 'demo')

t.test('networks by name, each with the object that it was read from', async t => {
  const { networks, catalogue, problems } = gather({
    'a.yaml': `${sriov('s1')}---\n${sriovNetwork}`,
    'b.yaml': pod('p'),
  })
  t.strictSame(problems, [])
  t.strictSame(
    [...networks].map(([name, { network, object }]) => [name, network.reference.name, object.kind]),
    [
      ['demo/s1', 's1', 'NetworkAttachmentDefinition'],
      ['apps/port0', 'port0', 'SriovNetwork'],
    ],
  )
  t.equal(catalogue.get('apps', 'port0'), networks.get('apps/port0')?.network)
})

t.test('of two with one name the first one, and a problem', async t => {
  const { networks, problems } = gather({ 'a.yaml': sriov('s1'), 'b.yaml': sriov('s1') })
  t.equal(networks.get('demo/s1')?.object.file, 'a.yaml')
  t.match(problems, [{ cause: 'duplicate-network', file: 'b.yaml' }])
})

t.test('where the operator takes over a definition, the SriovNetwork is its object', async t => {
  const definition = sriov('port0').replace('name: port0', 'name: port0\n  namespace: apps')
  const { networks, problems } = gather({ 'a.yaml': definition, 'b.yaml': sriovNetwork })
  t.strictSame(problems, [])
  t.equal(networks.get('apps/port0')?.object.file, 'b.yaml')
  t.equal(networks.size, 1)
})

t.test('policies by name, the first of two with one name', async t => {
  const texts = { 'a.yaml': `${policy('port0')}---\n${policy('port1')}`, 'b.yaml': policy('port0', { mtu: '9000' }) }
  const { policies, networks, problems } = gather(texts)
  t.strictSame(
    [...policies].map(([name, { policy, object }]) => [name, policy.mtu, object.file]),
    [
      ['operator/port0', undefined, 'a.yaml'],
      ['operator/port1', undefined, 'a.yaml'],
    ],
  )
  t.strictSame([networks.size, problems], [0, []])
})

t.test('a file that is named twice is read once', async t => {
  const files = [
    { file: 'a.yaml', text: sriov('s1') },
    { file: 'a.yaml', text: sriov('s1') },
  ]
  const content = gatherContent({ files, problems: [] }, 'demo')
  t.strictSame([content.files.length, content.problems.length], [1, 0])
})

t.test('problems of the reading come first, then those of documents, then those of networks', async t => {
  const gone = fileProblem('gone', 'unreadable', 'does not exist', 'Check the path')
  const { problems } = gather({ 'a.yaml': `${sriov('S_1')}---\na: [\n` }, [gone])
  t.strictSame(
    problems.map(({ cause }) => cause),
    ['unreadable', 'bracket', 'network'],
  )
})
