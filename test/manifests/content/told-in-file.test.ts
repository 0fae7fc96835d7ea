import t from 'tap'
import type { Finding } from '../../../src/bonding/finding.ts'
import type { Path } from '../../../src/bonding/place.ts'
import { gatherContent } from '../../../src/manifests/content/gather-content.ts'
import { toldInFile } from '../../../src/manifests/content/told-in-file.ts'
import { pod, sriov } from '../lint/linted.ts'
import { policy } from '../lint/policies.ts'

const sriovNetwork = `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata: {name: port0, namespace: operator}
spec: {resourceName: port0, networkNamespace: demo, trust: "on"}
`
const files = [
  { file: 'pod.yaml', text: pod('p') },
  { file: 'nad.yaml', text: sriov('s1') },
  { file: 'cr.yaml', text: sriovNetwork },
  { file: 'policy.yaml', text: policy('port0') },
]
const content = gatherContent({ files, problems: [] }, 'demo')
const judged = content.files[0]?.objects[0]

const finding = (kind: 'Pod' | 'NetworkAttachmentDefinition', name: string, path: Path): Finding => ({
  rule: 'r',
  severity: 'error',
  certainty: 'documented',
  object: { kind, namespace: 'demo', name },
  place: { path, span: { start: 3, end: 5 } },
  reason: 'FieldValueInvalid',
  message: 'm',
  why: 'w',
  fix: 'f',
})

const config = (key: string) => ['spec', 'config', key]
const cases = [
  { name: 'a pod', of: finding('Pod', 'p', ['metadata']), file: 'pod.yaml', path: ['metadata'] },
  {
    name: 'a network',
    of: finding('NetworkAttachmentDefinition', 's1', config('trust')),
    file: 'nad.yaml',
    path: config('trust'),
  },
  {
    name: 'a network that is rendered from another object',
    of: finding('NetworkAttachmentDefinition', 'port0', config('trust')),
    file: 'cr.yaml',
    path: ['spec', 'trust'],
  },
  {
    name: 'a network that is in no file',
    of: finding('NetworkAttachmentDefinition', 'gone', config('trust')),
    file: 'pod.yaml',
    path: config('trust'),
  },
]
for (const { name, of, file, path } of cases) {
  t.test(`a finding about ${name}`, async t => {
    if (!judged) throw new Error('not read')
    const told = toldInFile(of, judged, content)
    t.equal(told.object.file, file)
    t.strictSame(told.finding.place.path, path)
    t.equal(told.finding.place.span === undefined, file === 'cr.yaml', 'offsets in a rendered text mean nothing here')
  })
}

const mended = (name: string, path: Path) => ({
  ...finding('NetworkAttachmentDefinition', 's1', ['metadata', 'annotations', 'resource']),
  mend: { policy: { namespace: 'operator', name }, path },
})
t.test('what is mended in a policy is told there', async t => {
  if (!judged) throw new Error('not read')
  const told = toldInFile(mended('port0', ['spec', 'mtu']), judged, content)
  t.equal(told.object.file, 'policy.yaml')
  t.strictSame(told.finding.place, { path: ['spec', 'mtu'] })
})

t.test('and at the network, where the policy is in no file', async t => {
  if (!judged) throw new Error('not read')
  const told = toldInFile(mended('gone', ['spec', 'mtu']), judged, content)
  t.equal(told.object.file, 'nad.yaml')
  t.strictSame(told.finding.place.path, ['metadata', 'annotations', 'resource'])
})
