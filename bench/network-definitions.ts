import { foreignAnnotations } from '../src/bonding/keys.ts'
import type { NetworkAttachmentDefinition } from '../src/bonding/network.ts'

/** Where the networks are that the pod does not use: in other namespaces, fifty in each, or all beside the pod. */
export type Layout = 'spread' | 'one-namespace'

const networksEach = 50

/** The three networks of the OpenShift page in namespace `demo`, and others, half of them bonds, until there are `count`. */
export function networkDefinitions(count: number, layout: Layout): readonly NetworkAttachmentDefinition[] {
  const used = [sriovNetwork('sriovnet1'), sriovNetwork('sriovnet2'), bondNetwork('demo', 'bond-net1')]
  const others = Array.from({ length: count - used.length }, (_, index) => {
    const home = Math.floor((index + used.length) / networksEach)
    const namespace = layout === 'one-namespace' || home === 0 ? 'demo' : `team-${home}`
    return index % 2 === 0
      ? bondNetwork(namespace, `other-bond-${index}`)
      : macvlanNetwork(namespace, `macvlan-${index}`)
  })
  return [...used, ...others]
}

/** A bond as the page has it, but for `failOverMac`: it is refused. */
export function refusedBond(): NetworkAttachmentDefinition {
  return definition('demo', 'bond-net1', { ...bondConfig('bond-net1'), failOverMac: 0 })
}

/** One file's text. JSON is YAML, but people write their config as a block. */
export function manifestText(definitions: readonly NetworkAttachmentDefinition[]): string {
  return definitions.map(documentText).join('---\n')
}

function documentText({ metadata, spec }: NetworkAttachmentDefinition): string {
  const annotations = Object.entries(metadata.annotations ?? {}).map(([key, value]) => `    ${key}: ${value}`)
  const config = JSON.stringify(JSON.parse(spec?.config ?? ''), undefined, 2).split('\n')
  return [
    'apiVersion: k8s.cni.cncf.io/v1',
    'kind: NetworkAttachmentDefinition',
    'metadata:',
    `  name: ${metadata.name}`,
    `  namespace: ${metadata.namespace}`,
    ...(annotations.length > 0 ? ['  annotations:', ...annotations] : []),
    'spec:',
    '  config: |',
    ...config.map(line => `    ${line}`),
    '',
  ].join('\n')
}

function bondConfig(name: string) {
  return {
    type: 'bond',
    cniVersion: '0.3.1',
    name,
    mode: 'active-backup',
    failOverMac: 1,
    linksInContainer: true,
    miimon: '100',
    mtu: 1500,
    links: [{ name: 'net1' }, { name: 'net2' }],
    ipam: {
      type: 'host-local',
      subnet: '10.56.217.0/24',
      routes: [{ dst: '0.0.0.0/0' }],
      gateway: '10.56.217.1',
    },
  }
}

function bondNetwork(namespace: string, name: string): NetworkAttachmentDefinition {
  return definition(namespace, name, bondConfig(name))
}

function sriovNetwork(name: string): NetworkAttachmentDefinition {
  const resource = { [foreignAnnotations.resourceName]: `openshift.io/${name}` }
  return definition('demo', name, { cniVersion: '1.0.0', name, type: 'sriov', vlan: 0, vlanQoS: 0, ipam: {} }, resource)
}

function macvlanNetwork(namespace: string, name: string): NetworkAttachmentDefinition {
  const ipam = { type: 'whereabouts', range: '192.168.2.0/24', exclude: ['192.168.2.0/28'] }
  return definition(namespace, name, {
    cniVersion: '0.3.1',
    name,
    type: 'macvlan',
    master: 'eth1',
    mode: 'bridge',
    ipam,
  })
}

function definition(
  namespace: string,
  name: string,
  config: object,
  annotations?: Readonly<Record<string, string>>,
): NetworkAttachmentDefinition {
  const metadata = { namespace, name, ...(annotations && { annotations }) }
  return { metadata, spec: { config: JSON.stringify(config) } }
}
