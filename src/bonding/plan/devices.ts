import { annotations, foreignAnnotations } from '../keys.ts'
import type { Place } from '../place.ts'
import type { PlannedAttachment } from '../planned-pod.ts'
import { type Container, type Pod, podAnnotation } from '../pod.ts'
import { wholeDevices } from '../quantity.ts'
import type { PlanProblem } from './problem.ts'

/** What one container must request of one resource: the same total in requests and limits. */
export interface DeviceRequest {
  readonly container: Container
  readonly resource: string
  readonly total: string
}

/**
 * The devices that the attachments need beyond what the pod asks for.
 *
 * Multus pools the devices of all containers by resource (pkg/kubeletclient), so only sums count. Init containers
 * that end do not: their devices may be given to a container, or not.
 *
 * @param mode `leave` adds nothing, and reports a request that another webhook would not raise
 */
export function topUpDevices(
  pod: Pod,
  attachments: readonly PlannedAttachment[],
  mode: 'add' | 'leave',
  problems: PlanProblem[],
): readonly DeviceRequest[] {
  const holders = pod.containers.filter(container => container.kind !== 'init')
  const named = namedContainer(pod, holders, problems)
  const requests: DeviceRequest[] = []
  for (const [resource, needed] of neededDevices(attachments)) {
    const present = new Map(holders.map(holder => [holder, devicesOf(holder, resource, problems)]))
    const missing = BigInt(needed) - [...present.values()].reduce((sum, count) => sum + count, 0n)
    if (missing <= 0n) continue
    const asking = holders.find(holder => asksFor(holder, resource))
    const container = named ?? asking ?? usualContainer(pod, holders)
    if (!container) continue
    if (mode === 'add') {
      requests.push({ container, resource, total: String((present.get(container) ?? 0n) + missing) })
    } else if (asking) {
      const place = resourcePlace(asking, 'requests', resource)
      const sum = String(BigInt(needed) - missing)
      problems.push({ kind: 'enough-device-requests', resource, needed, present: sum, place })
    }
  }
  return requests
}

/** What the attachments need of a resource, and what the pod asks for. */
export interface DeviceBalance {
  readonly resource: string
  readonly needed: bigint
  readonly present: bigint
  /** Of the first container that asks for it, else of the first. */
  readonly place: Place
}

/** How the requests of a pod stand to the needs of its attachments. What cannot be counted counts as none. */
export function balanceDevices(pod: Pod, attachments: readonly PlannedAttachment[]): readonly DeviceBalance[] {
  const holders = pod.containers.filter(container => container.kind !== 'init')
  return [...neededDevices(attachments)].flatMap(([resource, needed]): readonly DeviceBalance[] => {
    const place = holders.find(holder => asksFor(holder, resource)) ?? holders[0]
    if (!place) return []
    const present = holders.reduce((sum, holder) => sum + devicesOf(holder, resource, []), 0n)
    return [{ resource, needed: BigInt(needed), present, place: resourcePlace(place, 'requests', resource) }]
  })
}

function neededDevices(attachments: readonly PlannedAttachment[]): ReadonlyMap<string, number> {
  const needed = new Map<string, number>()
  for (const { network } of attachments) {
    const resource = network?.resourceName
    if (resource !== undefined) needed.set(resource, (needed.get(resource) ?? 0) + 1)
  }
  return needed
}

/** A limit without a request counts as a request: the API server fills it in (pkg/apis/core/v1 SetDefaults_Pod). */
function devicesOf(container: Container, resource: string, problems: PlanProblem[]): bigint {
  const limit = own(container.limits, resource)
  const request = own(container.requests, resource) ?? limit
  if (request === undefined) return 0n
  const [requested, limited] = [wholeDevices(request), wholeDevices(limit ?? 0)]
  const where = { container: container.name, resource, place: resourcePlace(container, 'requests', resource) }
  if (requested === undefined || limited === undefined) {
    const quantity = String(requested === undefined ? request : limit)
    problems.push({ kind: 'device-quantity', ...where, quantity })
  } else if (limit === undefined || requested !== limited) {
    const stated = limit === undefined ? undefined : String(limited)
    problems.push({ kind: 'device-requests-equal-limits', ...where, request: String(requested), limit: stated })
  }
  return requested ?? 0n
}

function asksFor(container: Container, resource: string): boolean {
  return own(container.requests, resource) !== undefined || own(container.limits, resource) !== undefined
}

function own(quantities: Readonly<Record<string, unknown>> | undefined, resource: string): unknown {
  return quantities && Object.hasOwn(quantities, resource) ? quantities[resource] : undefined
}

function namedContainer(pod: Pod, holders: readonly Container[], problems: PlanProblem[]): Container | undefined {
  const wanted = podAnnotation(pod, annotations.container)
  if (wanted === undefined || wanted === '') return undefined
  const container = holders.find(holder => holder.name === wanted)
  if (!container) problems.push({ kind: 'container-exists', wanted, candidates: holders.map(holder => holder.name) })
  return container
}

function usualContainer(pod: Pod, holders: readonly Container[]): Container | undefined {
  const usual = podAnnotation(pod, foreignAnnotations.defaultContainer)
  return holders.find(holder => holder.name === usual) ?? holders[0]
}

function resourcePlace(container: Container, list: 'requests' | 'limits', resource: string): Place {
  const steps = container.pointer.split('/').slice(1)
  const path = steps.map(step => (/^\d+$/.test(step) ? Number(step) : step))
  return { path: [...path, 'resources', list, resource] }
}
