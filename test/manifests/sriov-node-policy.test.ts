import t from 'tap'
import { isSriovNodePolicy, readSriovNodePolicy } from '../../src/manifests/sriov-node-policy.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

/** With the callouts of the documentation taken out. */
const page = `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetworkNodePolicy
metadata:
  name: port0
  namespace: openshift-sriov-network-operator
spec:
  resourceName: port0
  nodeSelector:
    feature.node.kubernetes.io/network-sriov.capable: "true"
  priority: 99
  mtu: 9000
  numVfs: 4
  nicSelector:
    vendor: "15b3"
    pfNames: ["ens1f0#0-3"]
    rootDevices:
    - "0000:3b:00.0"
  deviceType: netdevice
  isRdma: false
`
function read(text: string) {
  const [object] = readDocuments(text, 'a.yaml').objects
  if (!object) throw new Error('not read')
  return readSriovNodePolicy(object, 'demo')
}

t.test('as the OpenShift page has it', async t => {
  t.strictSame(read(page), {
    reference: { namespace: 'openshift-sriov-network-operator', name: 'port0' },
    resourceName: 'port0',
    numVfs: 4,
    mtu: 9000,
    deviceType: 'netdevice',
    linkType: '',
    eSwitchMode: '',
    nodeSelector: new Map([['feature.node.kubernetes.io/network-sriov.capable', 'true']]),
    nics: {
      vendor: '15b3',
      deviceID: '',
      pfNames: [{ port: 'ens1f0', range: { first: 0, last: 3 } }],
      rootDevices: ['0000:3b:00.0'],
    },
  })
})

t.test('without a namespace it is in the one that is given', async t => {
  const bare = page.replace(/ {2}namespace: .*\n/, '')
  t.strictSame(read(bare)?.reference, { namespace: 'demo', name: 'port0' })
})

const none = [
  { name: 'no resource', text: page.replace('  resourceName: port0\n', '') },
  { name: 'no spec', text: page.replace(/spec:[^]*/, '') },
  { name: 'a SriovNetwork', text: page.replace('SriovNetworkNodePolicy', 'SriovNetwork') },
  { name: 'a pool config', text: page.replace('SriovNetworkNodePolicy', 'SriovNetworkPoolConfig') },
  { name: 'that of another group', text: page.replace('sriovnetwork.openshift.io', 'example.com') },
]
for (const { name, text } of none) {
  t.test(`no policy: ${name}`, async t => {
    t.equal(read(text), undefined)
  })
}

const kinds = [
  { apiVersion: 'sriovnetwork.openshift.io/v1', kind: 'SriovNetworkNodePolicy', is: true },
  { apiVersion: 'sriovnetwork.openshift.io/v2', kind: 'SriovNetworkNodePolicy', is: true },
  { apiVersion: 'sriovnetwork.openshift.io', kind: 'SriovNetworkNodePolicy', is: false },
  { apiVersion: 'sriovnetwork.openshift.io/v1', kind: 'sriovnetworknodepolicy', is: false },
  { apiVersion: 'sriovnetwork.openshift.io/v1', kind: 'SriovNetworkNodeState', is: false },
]
for (const { is, ...object } of kinds) {
  t.test(`${object.apiVersion} ${object.kind}`, async t => {
    t.equal(isSriovNodePolicy(object), is)
  })
}
