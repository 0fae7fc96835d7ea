import type { Catalogue } from './catalogue.ts'
import type { Finding, ObjectReference } from './finding.ts'
import { type IgnoredFinding, sortOutIgnored } from './ignored.ts'
import { annotations, bondLabel } from './keys.ts'
import type { Network } from './network.ts'
import { sameNetwork } from './network-key.ts'
import type { DeviceRequest } from './plan/devices.ts'
import { type Draft, draftPod } from './plan/draft.ts'
import { type BondStatus, statusText } from './plan/status.ts'
import { attachmentOf, type PlannedBond, type PlannedPod } from './planned-pod.ts'
import { type Pod, podAnnotation } from './pod.ts'
import type { Policy } from './policy.ts'
import { type Judge, judgeOf } from './rules/judge.ts'

/** What a pod gets. Applied by `inject`. */
export interface Plan {
  readonly pod: Pod
  /** The new text of the networks annotation. */
  readonly networks: string
  /** The new text of the status annotation. */
  readonly status: string
  readonly devices: readonly DeviceRequest[]
  readonly bonds: readonly BondStatus[]
}

export type Verdict =
  | (Told & {
      readonly kind: 'nothing-to-do'
      readonly reason: 'no-label' | 'mirror-pod' | 'host-network'
    })
  /** At least one error. */
  | (Told & { readonly kind: 'refused'; readonly errors: readonly Finding[] })
  | (Told & { readonly kind: 'planned'; readonly plan: Plan })

interface Told {
  readonly warnings: readonly Finding[]
  /** What the authors of the pod and of its networks set aside; neither refuses nor warns. */
  readonly ignored: readonly IgnoredFinding[]
}

export type Planner = (pod: Pod, catalogue: Catalogue) => Verdict

/** Makes the function from a pod to its verdict. What it remembers (verdicts on networks) goes with the networks. */
export function createPlanner(policy: Policy): Planner {
  const judge = createDraftJudge(policy)
  return (pod, catalogue) => judge.dismissed(pod) ?? judge.verdictOn(draftPod(pod, catalogue, policy))
}

/** The two halves of a planner, for who needs the draft between them as well. */
export interface DraftJudge {
  /** Of a pod that is not ours to complete. */
  dismissed(pod: Pod): (Verdict & { readonly kind: 'nothing-to-do' }) | undefined
  verdictOn(draft: Draft): Verdict
}

export function createDraftJudge(policy: Policy): DraftJudge {
  const judge = judgeOf(policy)
  // Of a pod that is not ours to complete, only that it may have been meant to be is ours to say.
  const misplaced = (pod: Pod) => (podAnnotation(pod, bondLabel) === undefined ? nothing : onlyWarned(pod, judge))
  return {
    dismissed(pod) {
      if (!Object.hasOwn(pod.labels, bondLabel)) return { kind: 'nothing-to-do', reason: 'no-label', ...misplaced(pod) }
      if (pod.mirror) return { kind: 'nothing-to-do', reason: 'mirror-pod', ...nothing }
      if (pod.hostNetwork) return { kind: 'nothing-to-do', reason: 'host-network', ...onlyWarned(pod, judge) }
      return undefined
    },
    verdictOn: draft => decide(draft, judge),
  }
}

const nothing: Told = { warnings: [], ignored: [] }

function onlyWarned(pod: Pod, judge: Judge): Told {
  const { kept, ignored } = sortOutIgnored(judge.pod(untouched(pod)), ignoreIn(pod, []), pod.namespace)
  return { warnings: kept, ignored }
}

function decide(draft: Draft, judge: Judge): Verdict {
  const { planned } = draft
  const { pod } = planned
  const networks = networksOf(draft)
  const ofNetworks = judge
    .networks(networks, pod.namespace)
    // Advice about a network is for its author, who gets it where the network is made, not for the author of each pod.
    .filter(finding => finding.certainty !== 'advice')
  const findings = [...ofNetworks, ...judge.pod(planned)]
  const { kept, ignored } = sortOutIgnored(findings, ignoreIn(pod, networks), pod.namespace)
  const errors = kept.filter(finding => finding.severity === 'error')
  const warnings = kept.filter(finding => finding.severity === 'warning')
  // Advice is about what was done, and nothing was.
  if (errors.length > 0)
    return { kind: 'refused', errors, warnings: warnings.filter(w => w.certainty !== 'advice'), ignored }
  if (draft.networks === undefined)
    throw new Error('a plan without a networks annotation, and no finding that says why')
  const bonds = planned.bonds.filter(bond => bond.selected).map(bond => statusOf(bond, planned))
  const plan = { pod, networks: draft.networks, status: statusText(pod, bonds), devices: draft.devices, bonds }
  return { kind: 'planned', plan, warnings, ignored }
}

/** What the pod and its networks say themselves about findings on them. */
function ignoreIn(pod: Pod, networks: Iterable<Network>): (object: ObjectReference) => string | undefined {
  return object => {
    if (object.kind !== 'NetworkAttachmentDefinition') return podAnnotation(pod, annotations.ignore)
    for (const { reference, ignore } of networks) if (sameNetwork(reference, object)) return ignore
    return undefined
  }
}

/** The bonds and what feeds their links; other networks of the pod are not ours to judge. */
function networksOf({ planned, selected }: Draft): ReadonlySet<Network> {
  const networks = new Set<Network>(selected.map(bond => bond.network))
  for (const { network } of planned.bonds) {
    networks.add(network)
    for (const link of network.linkNames ?? []) {
      const feeder = attachmentOf(planned, link)?.network
      if (feeder) networks.add(feeder)
    }
  }
  return networks
}

function statusOf({ attachment, network, linksFrom }: PlannedBond, planned: PlannedPod): BondStatus {
  if (linksFrom === undefined) throw new Error(`the links of ${attachment.text} are not known, and no finding says why`)
  const links = (network.linkNames ?? []).map(link => {
    const feeder = attachmentOf(planned, link)
    return { interface: link, network: `${feeder?.namespace ?? ''}/${feeder?.name ?? ''}` }
  })
  const { namespace, name, interface: bondInterface } = attachment
  return { interface: bondInterface, network: `${namespace}/${name}`, linksFrom, links }
}

function untouched(pod: Pod): PlannedPod {
  return { pod, attachments: [], bonds: [], defaultNetwork: undefined, problems: [] }
}
