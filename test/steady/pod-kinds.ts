import { isDeepStrictEqual } from 'node:util'
import { memberOf } from '../cluster/json-member.ts'
import { networksKey } from '../cluster/labelled-pod.ts'

/** A pod as an author writes it, and what must become of it in a cluster with the networks of a `Site`. */
export interface PodKind {
  readonly name: string
  /** The value of the label. */
  readonly bond: string
  readonly annotations: Readonly<Record<string, string>>
  readonly spec: unknown
  /** The networks annotation as it must be stored. */
  readonly networks: string
  /** The `resources` of each container as they must be stored. */
  readonly resources: readonly unknown[]
}

const image = 'registry.example.com/app:1'
const ports = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }
const devices = { requests: ports, limits: ports }
const attachments = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'

/** Few, and unlike each other in all that the webhook writes. */
export const podKinds: readonly PodKind[] = [
  {
    name: 'plain',
    bond: 'bond-net1',
    annotations: {},
    spec: { containers: [{ name: 'app', image }] },
    networks: attachments,
    resources: [devices],
  },
  {
    name: 'with a network of its own',
    bond: 'bond-net1',
    annotations: { [networksKey]: 'oam@oam0' },
    spec: { containers: [{ name: 'app', image, resources: { requests: { cpu: '10m' } } }] },
    networks: `oam@oam0,${attachments}`,
    resources: [{ requests: { cpu: '10m', ...ports }, limits: ports }],
  },
  {
    name: 'with devices for its second container',
    bond: 'bond-net1',
    annotations: { 'bond-injector.io/container': 'data' },
    spec: {
      containers: [
        { name: 'app', image },
        { name: 'data', image },
      ],
    },
    networks: attachments,
    resources: [{}, devices],
  },
]

/** The object to create. */
export function podOf({ bond, annotations, spec }: PodKind, namespace: string, name: string) {
  const metadata = { name, namespace, labels: { 'bond-injector.io/bond': bond }, annotations }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec }
}

/** undefined: all that was to be written stands there, and nothing else. */
export function whatIsWrong(kind: PodKind, stored: unknown): string | undefined {
  const networks = memberOf(stored, 'metadata', 'annotations', networksKey)
  if (networks !== kind.networks) return `networks ${JSON.stringify(networks)} instead of ${kind.networks}`
  const containers = memberOf(stored, 'spec', 'containers')
  const resources = Array.isArray(containers) ? containers.map(one => memberOf(one, 'resources')) : undefined
  if (!isDeepStrictEqual(resources, kind.resources)) return `resources ${JSON.stringify(resources)}`
  return undefined
}
