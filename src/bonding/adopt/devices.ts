import type { DeviceRequest } from '../plan/devices.ts'
import type { Path } from '../place.ts'
import type { Container, Pod } from '../pod.ts'
import { wholeDevices } from '../quantity.ts'

/** Requests of devices that need not be written: the webhook adds them. */
export interface SparedDevices {
  readonly container: Container
  readonly resources: readonly string[]
}

/**
 * The requests of one container that are just what the networks need, whole or not at all: those of several containers
 * stay, since the webhook would add them to one.
 *
 * @param needed how many by resource
 */
export function sparedDevices(pod: Pod, needed: ReadonlyMap<string, number>): SparedDevices | undefined {
  const spared = new Map<Container, string[]>()
  for (const [resource, count] of needed) {
    const asking = pod.containers.filter(container => asksFor(container, resource))
    const [only] = asking
    if (!only || asking.length > 1 || only.kind === 'init') continue
    if (countIn(only, resource) === BigInt(count)) spared.set(only, [...(spared.get(only) ?? []), resource])
  }
  const [first] = spared
  return first && spared.size === 1 ? { container: first[0], resources: first[1] } : undefined
}

/** The pod without them. */
export function withoutDevices(pod: Pod, spared: SparedDevices | undefined): Pod {
  if (!spared) return pod
  const containers = pod.containers.map(container =>
    container === spared.container
      ? { ...container, requests: without(container.requests, spared), limits: without(container.limits, spared) }
      : container,
  )
  return { ...pod, containers }
}

export function devicePaths({ container, resources }: SparedDevices): readonly Path[] {
  const steps = container.pointer.split('/').slice(1)
  const base = steps.map(step => (/^\d+$/.test(step) ? Number(step) : step))
  return (['requests', 'limits'] as const).flatMap(list =>
    resources
      .filter(resource => container[list] && Object.hasOwn(container[list], resource))
      .map(resource => [...base, 'resources', list, resource]),
  )
}

/** Where another container asks for another number than before, in words. */
export function deviceDifferences(
  before: Pod,
  reduced: Pod,
  added: readonly DeviceRequest[],
  resources: Iterable<string>,
): readonly string[] {
  const names = [...resources]
  return before.containers.flatMap((container, index) =>
    names.flatMap(resource => {
      const had = countIn(container, resource)
      const left = reduced.containers[index]
      const total = added.find(
        each => each.container.pointer === container.pointer && each.resource === resource,
      )?.total
      const has = total === undefined ? (left ? countIn(left, resource) : 0n) : BigInt(total)
      return had === has ? [] : [`container ${container.name} requests ${has} ${resource}, and not ${had}`]
    }),
  )
}

function asksFor({ requests, limits }: Container, resource: string): boolean {
  return [requests, limits].some(list => list !== undefined && Object.hasOwn(list, resource))
}

/** A limit without a request counts as a request; what is no number of devices as none. */
function countIn(container: Container, resource: string): bigint {
  if (!asksFor(container, resource)) return 0n
  return wholeDevices(container.requests?.[resource] ?? container.limits?.[resource]) ?? 0n
}

function without(list: Container['requests'], { resources }: SparedDevices): Container['requests'] {
  return list && Object.fromEntries(Object.entries(list).filter(([resource]) => !resources.includes(resource)))
}
