import { goFold } from '../go-fold.ts'
import { parseGoJson } from '../go-json.ts'
import { annotations, bondLabel, foreignAnnotations } from '../keys.ts'
import type { NetworkAttachmentDefinition } from '../network.ts'
import { podHolder, readWorkload, type Workload } from '../workload.ts'
import type { AdmittedPodExample, NetworkExample, PodExample, WorkloadExample } from './example.ts'

type Members = readonly (readonly [key: string, literal: string])[]

const bondMembers: Members = [
  ['cniVersion', '"0.3.1"'],
  ['name', '"bond-net1"'],
  ['type', '"bond"'],
  ['mode', '"active-backup"'],
  ['failOverMac', '1'],
  ['linksInContainer', 'true'],
  ['miimon', '"100"'],
  ['links', '[{"name": "net1"}, {"name": "net2"}]'],
]

const linkMembers: Members = [
  ['cniVersion', '"1.0.0"'],
  ['name', '"sriovnet1"'],
  ['type', '"sriov"'],
  ['vlan', '0'],
  ['vlanQoS', '0'],
  ['ipam', '{}'],
]

/** As the SR-IOV operator renders them. */
const ofLinks = { [foreignAnnotations.resourceName]: 'openshift.io/port9' }

/** The usual network with what the example changes. Literals stay as they are written: 1.0 is not 1. */
export function networkOfExample(
  example: NetworkExample,
  kind: 'bond' | 'link',
  name = kind === 'bond' ? 'bond-net1' : 'sriovnet1',
  namespace = 'demo',
): NetworkAttachmentDefinition {
  const { config, annotations, blanks = 0, ...changes } = partsOf(example)
  const rendered = kind === 'link' && config === undefined && annotations === undefined
  return {
    metadata: { namespace, name, ...(rendered ? { annotations: ofLinks } : annotations ? { annotations } : {}) },
    spec: { config: padded(config ?? changed(kind === 'bond' ? bondMembers : linkMembers, changes), blanks) },
  }
}

/** The objects of a pod example: the pod as it comes to the webhook, and the networks beside it. */
export function podOfExample(example: PodExample): {
  readonly pod: Readonly<Record<string, unknown>>
  readonly networks: readonly NetworkAttachmentDefinition[]
} {
  const parts = typeof example === 'string' ? { networks: example } : example
  const { networks, label = 'bond-net1', annotations: more, spec, definitions = {} } = parts
  const written = { ...(networks === undefined ? {} : { [foreignAnnotations.networks]: networks }), ...more }
  return {
    pod: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'bondpod1',
        namespace: 'demo',
        labels: label === null ? {} : { [bondLabel]: label },
        annotations: written,
      },
      spec: { containers: [{ name: 'podexample', image: 'example' }], ...spec },
    },
    networks: Object.entries({ ...usualNetworks, ...definitions }).flatMap(([key, definition]) => {
      if (definition === null) return []
      const [name = '', namespace = 'demo'] = key.split('/').toReversed()
      return [networkOfExample(definition, name.includes('bond') ? 'bond' : 'link', name, namespace)]
    }),
  }
}

/** The pod of the OpenShift page as it was completed, with what the example changes, and the networks beside it. */
export function admittedPodOfExample(example: AdmittedPodExample): ReturnType<typeof podOfExample> {
  const { networks = completed.networks, status = completed.status, devices = completed.devices } = example
  return podOfExample({
    ...(networks === null ? {} : { networks }),
    annotations: status === null ? {} : { [annotations.status]: status },
    spec: { containers: [{ name: 'podexample', image: 'example', resources: { requests: devices, limits: devices } }] },
    definitions: { oam: { config: '{"cniVersion": "1.0.0", "type": "macvlan"}', annotations: {} } },
  })
}

/** The workload of an example, named web. */
export function workloadOfExample(example: WorkloadExample): Workload {
  const { kind = 'Deployment', labels = {}, annotations = {}, jobLabels = {}, templateLabels = {} } = example
  const template = { metadata: { labels: templateLabels }, spec: { containers: [{ name: 'app' }] } }
  const jobTemplate = { metadata: { labels: jobLabels }, spec: { template } }
  const object = { metadata: { name: 'web', labels, annotations }, spec: { template, jobTemplate } }
  const holder = podHolder(kind === 'CronJob' ? 'batch' : 'apps', kind)
  const workload = holder && readWorkload(object, holder, 'demo')
  if (!workload) throw new Error('the example is no workload')
  return workload
}

const completed = {
  networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  status:
    '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"network","links":[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}',
  devices: { 'openshift.io/port0': '1', 'openshift.io/port1': '1' },
}

const usualNetworks: NonNullable<Exclude<PodExample, string>['definitions']> = {
  sriovnet1: { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port0' } },
  sriovnet2: { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port1' } },
  'bond-net1': { annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } },
}

function partsOf(example: NetworkExample): Exclude<NetworkExample, string> {
  if (typeof example !== 'string') return example
  return /^\s*[{[]/.test(example) || example === '' ? { config: example } : { with: example }
}

function padded(text: string, blanks: number): string {
  return blanks === 0 ? text : text.slice(0, -1) + ' '.repeat(blanks) + text.slice(-1)
}

function changed(
  usual: Members,
  { with: text = '', without = [] }: { readonly with?: string; readonly without?: readonly string[] },
): string {
  const given = membersOf(text)
  const replaced = new Set([...without, ...given.map(([key]) => key)].map(goFold))
  const kept = usual.filter(([key]) => !replaced.has(goFold(key)))
  return `{${[...kept, ...given].map(([key, literal]) => `${JSON.stringify(key)}: ${literal}`).join(', ')}}`
}

function membersOf(text: string): Members {
  const object = `{${text}}`
  const reading = parseGoJson(object)
  if (reading.kind !== 'json' || reading.root.kind !== 'object') throw new Error(`no members of an object: ${text}`)
  return reading.root.members.map(({ key, value }) => [key.value, object.slice(value.start, value.end)])
}
