import { promisedChanges, type AttachmentChange } from './admitted-pod/promised-changes.ts'
import type { Catalogue } from './catalogue.ts'
import { balanceDevices, type DeviceBalance } from './plan/devices.ts'
import { type Draft, draftPod } from './plan/draft.ts'
import { readStatus } from './plan/status.ts'
import type { PlannedAttachment, PlannedPod } from './planned-pod.ts'
import type { Pod } from './pod.ts'
import type { Policy } from './policy.ts'

/**
 * A labelled pod as the API server is about to store it, after every mutating webhook, held against what the status
 * annotation says we made of it.
 */
export interface AdmittedPod {
  readonly pod: Pod
  /** Of an update: what the pod said until now. */
  readonly before: PodBefore | undefined
  /** false: the status annotation is missing or not ours, so nothing tells what was injected. */
  readonly completed: boolean
  /** What became of our attachments; none where they are as they were. */
  readonly changes: readonly AttachmentChange[]
  /** For each resource that the final list needs. */
  readonly devices: readonly DeviceBalance[]
  /** Who was to add them: bond-injector, or (`leave`) another webhook. */
  readonly devicesFrom: Policy['devices']
  /** The pod planned again: what it is now, and what is wrong with it by itself. */
  readonly planned: PlannedPod
}

export interface PodBefore {
  /** The networks annotation. */
  readonly networks: string | undefined
}

/** Compares the pod with its status annotation and with its own networks annotation. */
export function readAdmittedPod(pod: Pod, catalogue: Catalogue, policy: Policy, before?: PodBefore): AdmittedPod {
  return admittedPodOf(draftPod(pod, catalogue, policy), policy, before)
}

/** The same, of a pod that is planned again already. */
export function admittedPodOf({ planned }: Draft, policy: Policy, before?: PodBefore): AdmittedPod {
  const { pod, defaultNetwork } = planned
  const listed = planned.attachments.filter(({ origin }) => origin !== 'added').map(asItIs)
  const status = readStatus(pod)
  return {
    pod,
    before,
    completed: status !== undefined,
    changes: promisedChanges(status ?? [], listed),
    devices: balanceDevices(pod, defaultNetwork ? [defaultNetwork, ...listed] : listed),
    devicesFrom: policy.devices,
    planned,
  }
}

/** Planning would give the name; so far it is Multus' own, by position. */
function asItIs(attachment: PlannedAttachment): PlannedAttachment {
  if (attachment.origin !== 'named') return attachment
  return { ...attachment, origin: 'author', explicit: false, interface: `net${attachment.index + 1}` }
}
