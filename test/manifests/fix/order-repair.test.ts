import t from 'tap'
import { networks, pod } from '../lint/linted.ts'
import { fixing } from './fixed.ts'

const annotated = (annotation: string) =>
  `${networks}---\n${pod(
    'web',
    `labels: {bond-injector.io/bond: bond-net1}
  annotations:
    k8s.v1.cni.cncf.io/networks: ${annotation}`,
  )}`

const moved: readonly { name: string; before: string; after: string }[] = [
  {
    name: 'what stands between the elements stays',
    before: 'bond-net1@bond0,  sriovnet1@net1 ,sriovnet2@net2 # why',
    after: 'sriovnet1@net1,  sriovnet2@net2 ,bond-net1@bond0 # why',
  },
  {
    name: 'elements before the bond stay',
    before: "'demo/sriovnet1@net1, demo/bond-net1@bond0, demo/sriovnet2@net2'",
    after: "'demo/sriovnet1@net1, demo/sriovnet2@net2, demo/bond-net1@bond0'",
  },
  {
    name: 'in JSON, with what the author wrote in the elements',
    before: `|
      [{"name": "bond-net1",
        "interface": "bond0", "cni-args": {"a": 1}},
       {"name": "sriovnet1", "interface": "net1"},

       {"interface": "net2", "name": "sriovnet2"}]`,
    after: `|
      [{"name": "sriovnet1", "interface": "net1"},
       {"interface": "net2", "name": "sriovnet2"},

       {"name": "bond-net1",
        "interface": "bond0", "cni-args": {"a": 1}}]`,
  },
  {
    name: 'in double quotes',
    before: String.raw`"[{\"name\":\"bond-net1\",\"interface\":\"bond0\"},{\"name\":\"sriovnet1\",\"interface\":\"net1\"},{\"name\":\"sriovnet2\",\"interface\":\"net2\"}]"`,
    after: String.raw`"[{\"name\":\"sriovnet1\",\"interface\":\"net1\"},{\"name\":\"sriovnet2\",\"interface\":\"net2\"},{\"name\":\"bond-net1\",\"interface\":\"bond0\"}]"`,
  },
]

for (const { name, before, after } of moved) {
  t.test(name, async t => {
    const result = fixing({ 'a.yaml': annotated(before) })
    t.equal(result.files[0]?.after, annotated(after))
    t.strictSame(
      result.fixed.map(({ rule }) => rule),
      ['bond-after-links'],
    )
  })
}

const kept: readonly { name: string; annotation: string }[] = [
  { name: 'a name by position would change', annotation: 'bond-net1@bond0, sriovnet1@net1, sriovnet2' },
  { name: 'the links are missing as well', annotation: 'bond-net1@bond0' },
]

for (const { name, annotation } of kept) {
  t.test(`not touched: ${name}`, async t => {
    t.strictSame(fixing({ 'a.yaml': annotated(annotation) }).files, [])
  })
}

t.test('in the template of a workload', async t => {
  const deployment = (list: string) => `${networks}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata:
      labels: {a: b, bond-injector.io/bond: bond-net1}
      annotations: {k8s.v1.cni.cncf.io/networks: '${list}'}
    spec:
      containers: [{name: app}]
`
  const result = fixing({ 'a.yaml': deployment('bond-net1@bond0,sriovnet1@net1,sriovnet2@net2') })
  t.equal(result.files[0]?.after, deployment('sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'))
})
