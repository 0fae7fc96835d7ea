import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotations, bondLabel } from '../../src/bonding/keys.ts'
import { bond, definition, openshift, podOf, sriov } from '../bonding/scene.ts'

/** What real authors write; broken copies of it get further into the parsers than noise. */
export const networkLists: readonly string[] = [
  'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  ' demo/oam , kube-system/mgmt@eth1 ,\n x@net1 ',
  '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01","ips":["10.0.0.1/24"]},{"name":"b"}]',
  '[{"name":"a","namespace":"x","interfaceRequest":"q","default-route":["10.0.0.1","fe80::1"],"cni-args":{"a":{"b":[1]}}}]',
  '[{"name":"p","portMappings":[{"hostPort":80,"containerPort":8080,"protocol":"tcp"}],"bandwidth":{"ingressRate":1}}]',
]

const plugins = [
  { type: 'bond', mode: 'balance-xor', xmitHashPolicy: 'layer3+4', links: [{ name: 'net1' }, { name: 'net2' }] },
  { type: 'tuning', sysctl: { 'net.ipv4.conf.IFNAME.arp_filter': '1' }, capabilities: { mac: true } },
]

export const cniConfigs: readonly string[] = [
  ...openshift.map(({ spec }) => spec?.config ?? ''),
  JSON.stringify({ cniVersion: '1.0.0', name: 'list', disableCheck: true, plugins }, null, 2),
  '{"cniVersion":"0.4.0","type":"host-device","ipam":{"type":"whereabouts","range":"10.0.0.0/24","exclude":["10.0.0.0/30"]}}',
  '{"type":"sriov","vlan":100,"ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16","rangeStart":"10.1.0.9"}]]}}',
  '{"type":"macvlan","ipam":{"type":"static","addresses":[{"address":"10.0.0.5/24","gateway":"10.0.0.1"}]},"dns":{}}',
]

const folder = join(import.meta.dirname, '..', '..', 'examples')
export const manifests: readonly string[] = [
  ...globSync('**/*.yaml', { cwd: folder })
    .toSorted()
    .map(file => readFileSync(join(folder, file), 'utf8')),
  'a: &x {b: [1, 2, *y, "t\\u0041"], c: !!str 1e3}\n? complex\n: value\n"q": |2-\n   text\n  more\n',
  'kind: List\napiVersion: v1\nitems:\n- kind: Pod\n  apiVersion: v1\n  metadata: {name: a}\n...\n---\n# end\n- >+\n  x\n\n',
  '{"kind": "Pod", "apiVersion": "v1",\n\t"metadata": {"name": "a", "labels": {"a": "\\ud83d\\ude00"}}}\n',
]

/** The cluster that the fuzzed webhook knows: its networks make all rules of a pod reachable. */
export const definitions = [
  ...openshift,
  bond('bond-net2', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
  bond('far', ['net1', 'net2'], { namespace: 'other' }),
  sriov('far1', 'openshift.io/far', 'other'),
  definition('broken', '{"type": "bond", "links": [}'),
  definition('odd', '{"type":"bond","mode":"active-backup","miimon":100,"links":[{"name":"net1"},{"name":"net1"}]}'),
]

const labelled = podOf({ networks: 'sriovnet1@net1,sriovnet2@net2' })
const template = podOf({ annotations: { [annotations.bonds]: 'bond-net2@bond0' }, label: '' })
const meta = { name: 'web', namespace: 'demo', labels: { [bondLabel]: 'bond-net1' } }

interface Good {
  readonly path: string
  readonly review: object
}

function review(path: string, group: string, kind: string, object: object, change: object = {}): Good {
  const request = { uid: 'uid-0', kind: { group, version: 'v1', kind }, namespace: 'demo', operation: 'CREATE', object }
  return {
    path,
    review: { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', request: { ...request, ...change } },
  }
}

/** One of each kind of question that an API server asks. */
export const reviews: readonly Good[] = [
  review('/mutate/pods', '', 'Pod', labelled),
  review('/mutate/pods', '', 'Pod', podOf({ label: 'odd' })),
  review('/mutate/pods', '', 'Pod', template, { dryRun: true }),
  review('/validate/pods', '', 'Pod', podOf({ networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' })),
  review('/validate/pods', '', 'Pod', labelled, { operation: 'UPDATE', oldObject: podOf({ networks: 'a' }) }),
  ...definitions.map(each => review('/validate/networks', 'k8s.cni.cncf.io', 'NetworkAttachmentDefinition', each)),
  review('/validate/workloads', 'apps', 'Deployment', { metadata: meta, spec: { replicas: 2, template } }),
  review('/validate/workloads', 'batch', 'CronJob', { metadata: meta, spec: { jobTemplate: { spec: { template } } } }),
]
