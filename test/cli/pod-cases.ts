/** Beside the objects of examples/openshift: networks with which something is wrong, and a namespace with one bond. */
export const moreNetworks = `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: bond-without-mac, namespace: demo}
spec:
  config: '{"type": "bond", "cniVersion": "0.3.1", "mode": "active-backup", "linksInContainer": true,
    "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'
---
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: bond-twice-wrong, namespace: demo}
spec:
  config: |
    {"type": "bond", "cniVersion": "0.3.1", "mode": "active-backup", "linksInContainer": true,
     "miimon": 100,
     "links": [{"name": "net1"}, {"name": "net2"}]}
---
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: bond-pinned, namespace: demo, annotations: {bond-injector.io/links: "sriovnet2,sriovnet1"}}
spec:
  config: '{"type": "bond", "cniVersion": "0.3.1", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true,
    "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'
`

export interface PodCase {
  readonly name: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly spec?: Readonly<Record<string, unknown>>
  /** `left`: allowed without a patch. */
  readonly verdict: 'completed' | 'left' | 'refused'
  /** Ids of rules that must speak, whatever else does. */
  readonly rules?: readonly string[]
}

const demo = { name: 'podbonding', namespace: 'demo' }
const bond = { 'bond-injector.io/bond': 'bond-net1' }
const networks = 'k8s.v1.cni.cncf.io/networks'
const port = (name: string, quantity: unknown) => ({ [`openshift.io/${name}`]: quantity })

/** One table for all faces: the same verdict, the same patch, the same words. */
export const podCases: readonly PodCase[] = [
  { name: 'a label', metadata: { ...demo, labels: bond }, verdict: 'completed', rules: ['links-by-discovery'] },
  {
    name: 'a network that says which its links are',
    metadata: { ...demo, labels: { 'bond-injector.io/bond': 'bond-pinned' } },
    verdict: 'completed',
  },
  { name: 'no label', metadata: { ...demo, annotations: { [networks]: 'sriovnet1' } }, verdict: 'left' },
  { name: 'no metadata that matters', metadata: { name: 'plain' }, verdict: 'left' },
  {
    name: 'a name to be generated, and annotations of others',
    metadata: { namespace: 'demo', generateName: 'web-', labels: bond, annotations: { note: 'a: b # c' } },
    verdict: 'completed',
  },
  {
    name: 'the list of the OpenShift page',
    metadata: { ...demo, labels: bond, annotations: { [networks]: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1' } },
    verdict: 'completed',
  },
  {
    name: 'a list in JSON',
    metadata: { ...demo, labels: bond, annotations: { [networks]: '[ {"name": "sriovnet2", "interface":"net1"} ]' } },
    verdict: 'refused',
    rules: ['links-known'],
  },
  {
    name: 'links by annotation over a list in JSON',
    metadata: {
      ...demo,
      labels: bond,
      annotations: {
        [networks]: '[ {"name": "sriovnet2", "interface":"net1"} ]',
        'bond-injector.io/links': 'sriovnet2, sriovnet1',
      },
    },
    verdict: 'completed',
  },
  {
    name: 'a bond under another interface name',
    metadata: { ...demo, labels: bond, annotations: { 'bond-injector.io/bonds': 'bond-net1@ha0' } },
    verdict: 'completed',
  },
  {
    name: 'device requests that are there in part',
    metadata: { ...demo, labels: bond },
    spec: {
      containers: [
        { name: 'a', resources: { limits: port('port0', '1') } },
        { name: 'b', resources: { requests: { cpu: '100m' }, limits: {} } },
      ],
    },
    verdict: 'completed',
  },
  {
    name: 'another container for the devices',
    metadata: { ...demo, labels: bond, annotations: { 'bond-injector.io/container': 'b' } },
    spec: { containers: [{ name: 'a' }, { name: 'b' }] },
    verdict: 'completed',
  },
  {
    name: 'the network of the host',
    metadata: { ...demo, labels: bond },
    spec: { hostNetwork: true },
    verdict: 'left',
    rules: ['no-host-network'],
  },
  {
    name: 'a mirror pod',
    metadata: { ...demo, labels: bond, annotations: { 'kubernetes.io/config.mirror': 'x' } },
    verdict: 'left',
  },
  {
    name: 'a bond that is not there',
    metadata: { ...demo, labels: { 'bond-injector.io/bond': 'bond-net' } },
    verdict: 'refused',
    rules: ['bond-network-exists'],
  },
  {
    name: 'a bond of another namespace',
    metadata: { ...demo, namespace: 'other', labels: bond },
    verdict: 'refused',
    rules: ['bond-network-exists'],
  },
  {
    name: 'a bond that would not fail over',
    metadata: { ...demo, labels: { 'bond-injector.io/bond': 'bond-without-mac' } },
    verdict: 'refused',
    rules: ['fail-over-mac-required'],
  },
  {
    name: 'a bond with two mistakes',
    metadata: { ...demo, labels: { 'bond-injector.io/bond': 'bond-twice-wrong' } },
    verdict: 'refused',
    rules: ['fail-over-mac-required', 'miimon-string'],
  },
  {
    name: 'a bond before its links',
    metadata: { ...demo, labels: bond, annotations: { [networks]: 'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2' } },
    verdict: 'refused',
    rules: ['bond-after-links'],
  },
  {
    name: 'a list that cannot be read',
    metadata: { ...demo, labels: bond, annotations: { [networks]: '[{"name": "sriovnet1",}]' } },
    verdict: 'refused',
    rules: ['networks-annotation-readable'],
  },
  {
    name: 'a container that is not there',
    metadata: { ...demo, labels: bond, annotations: { 'bond-injector.io/container': 'web' } },
    verdict: 'refused',
    rules: ['container-exists'],
  },
  {
    name: 'a request without an equal limit',
    metadata: { ...demo, labels: bond },
    spec: { containers: [{ name: 'a', resources: { requests: port('port0', '1'), limits: {} } }] },
    verdict: 'refused',
    rules: ['device-requests-equal-limits'],
  },
]

export function podOf({ metadata, spec }: PodCase) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec: { containers: [{ name: 'app', image: 'app' }], ...spec },
  }
}
