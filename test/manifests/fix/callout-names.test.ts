import t from 'tap'
import { bondConfig, network, pod } from '../lint/linted.ts'
import { fixed, fixing } from './fixed.ts'

t.test('names that lint does not read, as the OpenShift page on sysctl has them', async t => {
  const page = (...callouts: readonly string[]) => `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata:
  name: allvalidflags${callouts[0] ?? ''}
  namespace: openshift-sriov-network-operator${callouts[1] ?? ''}
spec:
  resourceName: policyallflags${callouts[2] ?? ''}
  networkNamespace: sysctl-tuning-test${callouts[3] ?? ''}
  capabilities: '{ "mac": true, "ips": true }'${callouts[4] ?? ''}
`
  t.equal(fixed(page(' <1>', ' <2>', ' <3>', ' <4>', ' <5>')), page())
})

t.test('of pods', async t => {
  t.equal(fixed(pod('web <1>', '')), pod('web', ''))
})

t.test('a name that lint has told of counts once', async t => {
  t.equal(fixing({ 'a.yaml': network('bond-net1 <1>', bondConfig()) }).fixed.length, 1)
})

t.test('a name without one', async t => {
  t.strictSame(fixing({ 'a.yaml': pod('web-1', '') }).fixed, [])
})
