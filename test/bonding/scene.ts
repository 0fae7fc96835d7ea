import jsonpatch from 'fast-json-patch'
import { inject } from '../../src/bonding/inject.ts'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import type { Finding } from '../../src/bonding/finding.ts'
import { annotations, bondLabel, foreignAnnotations } from '../../src/bonding/keys.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../../src/bonding/network.ts'
import { createPlanner, type Verdict } from '../../src/bonding/plan.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy, type Policy } from '../../src/bonding/policy.ts'

const resourceKey = foreignAnnotations.resourceName

/** A bond over the given links, right in everything else. */
export function bond(name: string, links: readonly string[], more: { namespace?: string; links?: string } = {}) {
  const config = {
    cniVersion: '0.3.1',
    type: 'bond',
    mode: 'active-backup',
    failOverMac: 1,
    linksInContainer: true,
    miimon: '100',
    links: links.map(link => ({ name: link })),
  }
  const pinned = more.links === undefined ? {} : { [annotations.links]: more.links }
  return definition(name, config, { namespace: more.namespace, annotations: pinned })
}

/** An SR-IOV network as the operator renders it. */
export function sriov(
  name: string,
  resource = `openshift.io/${name}`,
  namespace?: string,
): NetworkAttachmentDefinition {
  const config = { cniVersion: '1.0.0', name, type: 'sriov', vlan: 0, vlanQoS: 0, ipam: {} }
  return definition(name, config, { namespace, annotations: { [resourceKey]: resource } })
}

export function macvlan(name: string, namespace?: string): NetworkAttachmentDefinition {
  return definition(name, { cniVersion: '0.3.1', type: 'macvlan' }, { namespace })
}

export function definition(
  name: string,
  config: object | string,
  more: { namespace?: string | undefined; annotations?: Record<string, string> } = {},
): NetworkAttachmentDefinition {
  const { namespace = 'demo', annotations = {} } = more
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  return { metadata: { namespace, name, annotations }, spec: { config: text } }
}

/** The objects of the OpenShift page. */
export const openshift = [sriov('sriovnet1'), sriov('sriovnet2'), bond('bond-net1', ['net1', 'net2'])]

export interface Scene {
  /** Value of the label; null for a pod without it. Default `bond-net1`. */
  readonly label?: string | null
  readonly networks?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly spec?: Readonly<Record<string, unknown>>
  readonly definitions?: readonly NetworkAttachmentDefinition[]
  readonly policy?: Partial<Policy>
}

export function podOf(scene: Scene): Readonly<Record<string, unknown>> {
  const { label = 'bond-net1', networks, annotations = {}, spec = {} } = scene
  const listed = networks === undefined ? {} : { [foreignAnnotations.networks]: networks }
  return {
    metadata: {
      name: 'web',
      namespace: 'demo',
      ...(label === null ? {} : { labels: { [bondLabel]: label } }),
      annotations: { ...listed, ...annotations },
    },
    spec: { containers: [{ name: 'app' }], ...spec },
  }
}

export function verdictOn(pod: unknown, scene: Scene): Verdict {
  const plan = createPlanner({ ...defaultPolicy, ...scene.policy })
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('no pod')
  return plan(read, new NetworkTable((scene.definitions ?? openshift).map(readNetwork)))
}

/** What a person wants to know of a verdict; the patch is really applied. */
export interface Outcome {
  readonly networks?: string | undefined
  readonly refused?: readonly string[]
  readonly warnings: readonly string[]
  readonly pod: unknown
}

export function play(scene: Scene, pod: unknown = podOf(scene)): Outcome {
  const verdict = verdictOn(pod, scene)
  const warnings = idsOf(verdict.warnings)
  if (verdict.kind === 'refused') return { refused: idsOf(verdict.errors), warnings, pod }
  if (verdict.kind === 'nothing-to-do') return { warnings, pod }
  const patched = applied(pod, inject(verdict.plan))
  return { networks: readPod(patched, 'demo')?.annotations?.[foreignAnnotations.networks], warnings, pod: patched }
}

export function applied(pod: unknown, operations: ReturnType<typeof inject>): unknown {
  const patch = structuredClone([...operations])
  return jsonpatch.applyPatch(structuredClone(pod), patch, true).newDocument
}

function idsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(finding => finding.rule))].toSorted()
}
