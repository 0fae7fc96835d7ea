import t from 'tap'
import type { ManifestObject } from '../../src/manifests/manifest-object.ts'
import { isSriovNetwork, readSriovNetwork } from '../../src/manifests/sriov-network.ts'
import { loadManifests } from '../../src/manifests/load-manifests.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

const head = `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata:
  name: sriovnet1
  namespace: openshift-sriov-network-operator
spec:
`
function objectOf(text: string): ManifestObject {
  const [object] = readDocuments(text, 'a.yaml').objects
  if (!object) throw new Error('not read')
  return object
}
const sriovNetwork = (spec: string) => head + spec.replaceAll(/^(?=.)/gm, '  ')
const read = (spec: string) => readSriovNetwork(objectOf(sriovNetwork(spec)), 'demo')

/** As the operator renders one with nothing but a resource (tried with its own template). */
const plainConfig = {
  cniVersion: '1.0.0',
  name: 'sriovnet1',
  type: 'sriov',
  vlan: 0,
  vlanQoS: 0,
  ipam: {},
  logLevel: 'info',
}

const rendered: readonly { name: string; spec: string; config: object }[] = [
  { name: 'nothing but a resource', spec: '', config: plainConfig },
  {
    name: 'a vlan',
    spec: 'vlan: 100\nvlanQoS: 3\nvlanProto: 802.1ad',
    config: { ...plainConfig, vlan: 100, vlanQoS: 3, vlanProto: '802.1ad' },
  },
  {
    name: 'what is switched on and off, in the spelling of the plugin',
    spec: 'spoofChk: "off"\ntrust: "on"\nlinkState: auto',
    config: { ...plainConfig, spoofchk: 'off', trust: 'on', link_state: 'auto' },
  },
  {
    name: 'rates',
    spec: 'minTxRate: 0\nmaxTxRate: 1000',
    config: { ...plainConfig, min_tx_rate: 0, max_tx_rate: 1000 },
  },
  {
    name: 'capabilities',
    spec: `capabilities: '{"mac": true}'`,
    config: { ...plainConfig, capabilities: { mac: true } },
  },
  {
    name: 'ipam, without white space even in its texts',
    spec: 'ipam: |\n  {"type": "static",\n   "x": "a b"}',
    config: { ...plainConfig, ipam: { type: 'static', x: 'ab' } },
  },
  { name: 'an empty ipam', spec: 'ipam: ""', config: plainConfig },
  { name: 'an ipam of blanks', spec: 'ipam: "  "', config: plainConfig },
  { name: 'logs', spec: 'logLevel: debug\nlogFile: /x', config: { ...plainConfig, logLevel: 'debug', logFile: '/x' } },
  { name: 'null as absent', spec: 'vlan: null\ntrust: ~', config: plainConfig },
  {
    name: 'plugins behind it, which make a list',
    spec: `metaPlugins: '{"type": "tuning"}, {"type": "rdma"}'`,
    config: {
      cniVersion: '1.0.0',
      name: 'sriovnet1',
      plugins: [
        { type: 'sriov', vlan: 0, vlanQoS: 0, ipam: {}, logLevel: 'info' },
        { type: 'tuning' },
        { type: 'rdma' },
      ],
    },
  },
]
for (const { name, spec, config } of rendered) {
  t.test(`rendered: ${name}`, async t => {
    const reading = read(`resourceName: port0\n${spec}`)
    if (reading.kind !== 'definition') throw new Error(JSON.stringify(reading))
    const { metadata, spec: made } = reading.definition
    t.strictSame(JSON.parse(made?.config ?? ''), config)
    t.strictSame(metadata, {
      name: 'sriovnet1',
      namespace: 'openshift-sriov-network-operator',
      annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port0' },
    })
  })
}

const namespaces = [
  { name: 'networkNamespace', text: sriovNetwork('resourceName: a\nnetworkNamespace: apps'), namespace: 'apps' },
  { name: 'its own', text: sriovNetwork('resourceName: a'), namespace: 'openshift-sriov-network-operator' },
  {
    name: 'the one that is given',
    text: sriovNetwork('resourceName: a').replace(/ {2}namespace.*\n/, ''),
    namespace: 'demo',
  },
]
for (const { name, text, namespace } of namespaces) {
  t.test(`the network is in ${name}`, async t => {
    t.match(readSriovNetwork(objectOf(text), 'demo'), { definition: { metadata: { namespace } } })
  })
}

const refused: readonly { name: string; spec: string; at: string; message: RegExp; severity?: 'warning' }[] = [
  {
    name: 'no resource',
    spec: 'vlan: 1',
    at: '7:3',
    message: /^spec.resourceName is missing, so that no network is made/,
    severity: 'warning',
  },
  {
    name: 'a vlan in quotes',
    spec: 'resourceName: a\nvlan: "1"',
    at: '8:9',
    message: /^spec.vlan must be a whole number/,
  },
  { name: 'a vlan with a fraction', spec: 'resourceName: a\nvlan: 1.5', at: '8:9', message: /^spec.vlan must be/ },
  {
    name: 'trust as a boolean',
    spec: 'resourceName: a\ntrust: on',
    at: '8:10',
    message: /^spec.trust is the boolean true/,
  },
  {
    name: 'ipam as a mapping',
    spec: 'resourceName: a\nipam: {type: static}',
    at: '8:9',
    message: /^spec.ipam is a mapping, but must be a text/,
  },
  {
    name: 'ipam that is no JSON',
    spec: `resourceName: a\nipam: '{"type": "static"'`,
    at: '8:9',
    message: /^spec.ipam is no JSON, so that the operator makes no network: /,
  },
  {
    name: 'plugins that are no JSON',
    spec: `resourceName: a\nmetaPlugins: '{"type": "tuning"} {}'`,
    at: '8:16',
    message: /^spec.metaPlugins is no JSON/,
  },
  {
    name: 'no spec',
    spec: '',
    at: '6:6',
    message: /^spec.resourceName is missing, so that no network is made/,
    severity: 'warning',
  },
]
for (const { name, spec, at, message, severity = 'error' } of refused) {
  t.test(`refused: ${name}`, async t => {
    const reading = read(spec)
    if (reading.kind !== 'refused') throw new Error('not refused')
    t.strictSame(
      reading.problems.map(({ line, column }) => `${line}:${column}`),
      [at],
    )
    t.match(reading.problems[0]?.message, message)
    t.equal(reading.problems[0]?.severity, severity)
  })
}

const types: readonly [apiVersion: string, kind: string, is: boolean][] = [
  ['sriovnetwork.openshift.io/v1', 'SriovNetwork', true],
  ['sriovnetwork.openshift.io/v1', 'SriovIBNetwork', false],
  ['sriovnetwork.openshift.io/v1', 'OVSNetwork', false],
  ['sriovnetwork.openshift.io/v1', 'SriovNetworkNodePolicy', false],
  ['example.org/v1', 'SriovNetwork', false],
]
for (const [apiVersion, kind, is] of types) {
  t.test(`${kind} of ${apiVersion}: ${String(is)}`, async t => {
    t.equal(isSriovNetwork({ apiVersion, kind }), is)
  })
}

t.test('beside a definition of the same name the operator’s counts, in either order', async t => {
  const definition = `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: sriovnet1, namespace: openshift-sriov-network-operator}
spec: {config: '{"type": "macvlan"}'}
`
  const made = sriovNetwork('resourceName: port0')
  for (const texts of [
    [definition, made],
    [made, definition],
  ]) {
    const files = texts.map((text, index) => ({ file: `${index}.yaml`, text }))
    const { catalogue, errors } = loadManifests({ files, problems: [] })
    t.strictSame(errors, [])
    t.match(catalogue.get('openshift-sriov-network-operator', 'sriovnet1'), { type: 'sriov' })
  }
})

t.test('two SriovNetworks that make the same network', async t => {
  const text = `${sriovNetwork('resourceName: a')}\n---\n${sriovNetwork('resourceName: b')}`
  const { catalogue, errors } = loadManifests({ files: [{ file: 'a.yaml', text }], problems: [] })
  t.match(errors, [
    { line: 9, cause: 'duplicate-network', message: /^the network of SriovNetwork .* in a.yaml, line 1$/ },
  ])
  t.match(catalogue.get('openshift-sriov-network-operator', 'sriovnet1'), { resourceName: 'openshift.io/a' })
})
