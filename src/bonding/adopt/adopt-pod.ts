import type { Catalogue } from '../catalogue.ts'
import { type PatchOperation, pointerStep } from '../json-patch.ts'
import { annotations, bondLabel, foreignAnnotations } from '../keys.ts'
import { effectiveInterface, type NetworkElement, readNetworksAnnotation } from '../networks-annotation.ts'
import { createPlanner, type Plan, type Planner } from '../plan.ts'
import type { Pod } from '../pod.ts'
import type { Policy } from '../policy.ts'
import type { AdoptedPod, Adoption } from './adoption.ts'
import { deviceDifferences, devicePaths, sparedDevices, type SparedDevices, withoutDevices } from './devices.ts'
import { type HandWritten, readHandWritten } from './hand-written.ts'
import { type Reduction, reductionsOf } from './reductions.ts'

export type Adopter = (pod: Pod, catalogue: Catalogue) => Adoption

/**
 * Makes the function that finds how little a pod has to say so that the webhook makes of it what its author wrote by
 * hand. Every proposal is tried: planned as the webhook does, and compared.
 */
export function createAdopter(policy: Policy): Adopter {
  const plan = createPlanner(policy)
  return (pod, catalogue) => {
    const written = readHandWritten(pod, catalogue)
    if (typeof written === 'string') return { kind: 'impossible-text', reason: written }
    if (written.bonds.length === 0) return { kind: 'no-bond' }
    if (pod.hostNetwork)
      return { kind: 'impossible-text', reason: 'it is on the network of its host, and gets no attachments' }
    const needed = neededDevices(written, catalogue)
    const spared = policy.devices === 'add' ? sparedDevices(pod, needed) : undefined
    const tries = reductionsOf(written, pod.namespace).flatMap(reduction => proposals(reduction, spared))
    const proven = tries.flatMap(
      each => prove(each, { pod, written, catalogue, plan, resources: [...needed.keys()] }) ?? [],
    )
    const best = proven.find(({ differences }) => differences.length === 0) ?? proven[0]
    return best ?? refusalOf(plan, pod, written, catalogue)
  }
}

interface Proposal extends Reduction {
  readonly spared: SparedDevices | undefined
}

/** The devices in the container that would get them by itself, or in a named one, or where they stand now. */
function proposals(reduction: Reduction, spared: SparedDevices | undefined): readonly Proposal[] {
  const asIs = { ...reduction, spared: undefined }
  if (!spared) return [asIs]
  const named = { ...reduction.annotations, [annotations.container]: spared.container.name }
  return [{ ...reduction, spared }, { ...reduction, annotations: named, spared }, asIs]
}

interface Scene {
  readonly pod: Pod
  readonly written: HandWritten
  readonly catalogue: Catalogue
  readonly plan: Planner
  readonly resources: readonly string[]
}

/** What comes of a proposal; undefined where that are other attachments than before. */
function prove(proposal: Proposal, { pod, written, catalogue, plan, resources }: Scene): AdoptedPod | undefined {
  const reduced = withoutDevices(relabelled(pod, proposal), proposal.spared)
  const verdict = plan(reduced, catalogue)
  if (verdict.kind !== 'planned') return undefined
  const [before, after] = [written.list.elements.map(attachmentText), plannedTexts(verdict.plan)]
  if (before.toSorted().join() !== after.toSorted().join()) return undefined
  const order = before.join() === after.join() ? [] : [`the order of its networks: ${after.join(', ')}`]
  // The default network needs devices as well, and no element of the list says so.
  const all = new Set([...resources, ...verdict.plan.devices.map(({ resource }) => resource)])
  const devices = deviceDifferences(pod, reduced, verdict.plan.devices, all)
  const differences = [...order, ...devices]
  return { kind: 'adopted', ...changesFor(pod, proposal), attachments: after, warnings: verdict.warnings, differences }
}

function relabelled(pod: Pod, { label, networks, annotations: added }: Proposal): Pod {
  const dropped: ReadonlySet<string> = new Set([foreignAnnotations.networks, annotations.status])
  const others = Object.entries(pod.annotations ?? {}).filter(([key]) => !dropped.has(key))
  const list = networks === undefined ? {} : { [foreignAnnotations.networks]: networks }
  return {
    ...pod,
    labels: { ...pod.labels, [bondLabel]: label },
    annotations: { ...Object.fromEntries(others), ...list, ...added },
  }
}

function changesFor(
  pod: Pod,
  { label, networks, annotations: added, spared }: Proposal,
): Pick<AdoptedPod, 'sets' | 'removals'> {
  const has = pod.annotations ?? {}
  const texts = { ...added, ...(networks !== undefined && { [foreignAnnotations.networks]: networks }) }
  const sets = Object.entries(texts).filter(([key, value]) => has[key] !== value)
  const gone = [annotations.status, ...(networks === undefined ? [foreignAnnotations.networks] : [])]
  return {
    sets: [...labelOperations(pod, label), ...sets.map(([key, value]) => setting('annotations', key, value))],
    removals: [
      ...gone.filter(key => Object.hasOwn(has, key)).map(key => ['metadata', 'annotations', key]),
      ...(spared ? devicePaths(spared) : []),
    ],
  }
}

function labelOperations(pod: Pod, label: string): readonly PatchOperation[] {
  if (pod.labels[bondLabel] === label) return []
  if (Object.keys(pod.labels).length > 0) return [setting('labels', bondLabel, label)]
  return [{ op: 'add', path: '/metadata/labels', value: { [bondLabel]: label } }]
}

function setting(parent: 'labels' | 'annotations', key: string, value: string): PatchOperation {
  return { op: 'add', path: `/metadata/${parent}/${pointerStep(key)}`, value }
}

function plannedTexts({ networks, pod }: Plan): readonly string[] {
  const list = readNetworksAnnotation(networks, pod.namespace)
  if (list.kind === 'unreadable') throw new Error('what the webhook writes cannot be read')
  return list.elements.map(attachmentText)
}

function attachmentText(element: NetworkElement): string {
  return `${element.namespace}/${element.name}@${effectiveInterface(element)}`
}

function neededDevices({ elements }: HandWritten, catalogue: Catalogue): ReadonlyMap<string, number> {
  const needed = new Map<string, number>()
  for (const { element } of elements) {
    const resource = catalogue.get(element.namespace, element.name)?.resourceName
    if (resource !== undefined) needed.set(resource, (needed.get(resource) ?? 0) + 1)
  }
  return needed
}

/** What the webhook would say of the pod as it is, were it labelled. */
function refusalOf(plan: Planner, pod: Pod, written: HandWritten, catalogue: Catalogue): Adoption {
  const asIs = reductionsOf(written, pod.namespace).at(-1)
  const verdict = asIs && plan(relabelled(pod, { ...asIs, spared: undefined }), catalogue)
  if (verdict?.kind === 'refused') return { kind: 'impossible', reasons: verdict.errors }
  return { kind: 'impossible-text', reason: 'with the label it would get other attachments than it has' }
}
