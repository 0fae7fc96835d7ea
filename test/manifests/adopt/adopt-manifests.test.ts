import { readFileSync } from 'node:fs'
import t from 'tap'
import { createAdopter } from '../../../src/bonding/adopt/adopt-pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import {
  type AdoptedManifests,
  type AdoptOptions,
  adoptManifests,
} from '../../../src/manifests/adopt/adopt-manifests.ts'

const example = (name: string) => ({
  file: name,
  text: readFileSync(new URL(`../../../examples/openshift/${name}`, import.meta.url), 'utf8'),
})
const networks = ['bond-net1.yaml', 'sriovnet1.yaml', 'sriovnet2.yaml'].map(example)

function adopted(text: string, format: AdoptOptions['format'] = 'yaml'): AdoptedManifests {
  const files = [...networks, { file: 'web.yaml', text }]
  return adoptManifests({ files, problems: [] }, { adopt: createAdopter(defaultPolicy), namespace: 'demo', format })
}

const head = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: demo
`
const list = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'

const cases: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  {
    name: 'comments and layout stay, and what is left empty goes',
    before: `${head}  labels:
      app: web # ours
  annotations:
      # who
      team: net
      k8s.v1.cni.cncf.io/networks: ${list}
spec:
  # one
  containers:
  - name: app
    image:   "example.com/app:1"
    resources:
      requests: # devices
        openshift.io/port0: '1'
        openshift.io/port1: '1'
      limits:
        openshift.io/port0: '1'
        openshift.io/port1: '1'
    # the end
`,
    after: `${head}  labels:
      app: web # ours
      bond-injector.io/bond: bond-net1
  annotations:
      # who
      team: net
spec:
  # one
  containers:
  - name: app
    image:   "example.com/app:1"
    # the end
`,
  },
  {
    name: 'other requests stay, in braces as well',
    before: `${head}  annotations:
    k8s.v1.cni.cncf.io/networks: >-
      sriovnet1@net1,
      sriovnet2@net2,
      bond-net1@bond0
spec:
  containers:
  - resources:
      requests:
        cpu: 100m
        openshift.io/port0: '1'
        openshift.io/port1: '1'
      limits: {memory: 1Gi, openshift.io/port0: '1', openshift.io/port1: '1'}
    name: app
`,
    after: `${head}  labels:
    bond-injector.io/bond: bond-net1
spec:
  containers:
  - resources:
      requests:
        cpu: 100m
      limits: {memory: 1Gi}
    name: app
`,
  },
  {
    name: 'what an alias repeats cannot go by itself',
    before: `${head}  annotations:
    k8s.v1.cni.cncf.io/networks: ${list}
spec:
  containers:
  - name: app
    resources:
      requests: &devices
        openshift.io/port0: '1'
        openshift.io/port1: '1'
      limits: *devices
`,
    after: '',
  },
  {
    name: 'the last line without a break, and Windows breaks',
    before: `${head}  annotations:
    k8s.v1.cni.cncf.io/networks: ${list}
spec:
  containers:
  - name: app
    resources:
      limits:
        openshift.io/port0: 1
        openshift.io/port1: 1`.replaceAll('\n', '\r\n'),
    after: `${head}  labels:
    bond-injector.io/bond: bond-net1
spec:
  containers:
  - name: app
`.replaceAll('\n', '\r\n'),
  },
]
for (const { name, before, after } of cases) {
  t.test(name, async t => {
    const { outcome, output, remarks } = adopted(before)
    if (after === '') {
      t.equal(outcome, 'impossible')
      t.equal(output, before)
      t.match(remarks, [/^web\.yaml:1: cannot be changed where it stands: .*(?:limits|anchors)/])
      return
    }
    t.equal(outcome, 'adopted', remarks.join('\n'))
    t.equal(output, after)
    t.match(remarks[0], /^web\.yaml:1: pod web gets the same as before: demo\/sriovnet1@net1, /)
    t.equal(adopted(after).output, after, 'and then there is nothing more to delete')
  })
}
