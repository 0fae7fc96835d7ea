import t from 'tap'
import { bondConfig, linted, network, pod } from './linted.ts'

const sriovNetwork = `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata: {name: port0, namespace: operator}
spec:
  resourceName: port0
  networkNamespace: demo
  vlan: 4095
`

t.test('a network: object, path and field', async t => {
  const { findings } = linted({ 'a.yaml': network('b', bondConfig({ miimon: '100' })) })
  t.match(findings, [
    {
      object: { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'b' },
      path: 'spec.config.miimon',
      field: 'demo/b spec.config.miimon',
      width: 3,
      certainty: 'refused-at-load',
      fix: 'Put the number in quotes: "miimon": "100"',
    },
  ])
})

t.test('a SriovNetwork: itself, at its own field, though the network it makes is elsewhere', async t => {
  const { findings } = linted({ 'a.yaml': sriovNetwork })
  t.match(findings, [
    {
      rule: 'vlan-range',
      object: { kind: 'SriovNetwork', namespace: 'operator', name: 'port0' },
      path: 'spec.vlan',
      line: 7,
      column: 9,
      width: 4,
    },
  ])
})

t.test('a SriovNetwork without a namespace is in the one that is given', async t => {
  const { findings } = linted({ 'a.yaml': sriovNetwork.replace(', namespace: operator', '') }, { namespace: 'prod' })
  t.match(findings, [{ object: { kind: 'SriovNetwork', namespace: 'prod' } }])
})

t.test('a pod: the path of an annotation in brackets', async t => {
  const { findings } = linted({ 'a.yaml': pod('p') })
  t.match(findings, [
    {
      object: { kind: 'Pod', namespace: 'demo', name: 'p' },
      path: 'metadata.labels[bond-injector.io/bond]',
      field: 'pod metadata.labels[bond-injector.io/bond]',
    },
  ])
})

t.test('what plays tricks with a terminal is made visible, and long texts end', async t => {
  const annotations = `annotations: {k8s.v1.cni.cncf.io/networks: "a\\u202e\\e[31m${'x'.repeat(5000)}@@"}`
  const metadata = `labels: {bond-injector.io/bond: bond-net1}\n  ${annotations}`
  const { findings } = linted({ 'a.yaml': pod('p', metadata) })
  t.ok(findings.length > 0)
  for (const { message, fix, field } of findings) {
    for (const text of [message, fix, field]) {
      t.notMatch(text, /[\u0000-\u001f\u202e]/)
      t.ok(text.length <= 603)
    }
  }
})
