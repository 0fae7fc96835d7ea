import { type PatchOperation, pointerStep } from './json-patch.ts'
import { annotations, foreignAnnotations } from './keys.ts'
import type { DeviceRequest } from './plan/devices.ts'
import type { Plan } from './plan.ts'
import { podAnnotation } from './pod.ts'

/**
 * The few operations that turn the pod into the planned one; none where it is that already.
 *
 * They are written by hand, since comparing two copies of a pod costs a hundred times more than deciding.
 */
export function inject(plan: Plan): readonly PatchOperation[] {
  return [...annotationOperations(plan), ...deviceOperations(plan.devices)]
}

function annotationOperations(plan: Plan): readonly PatchOperation[] {
  const wanted = [
    [foreignAnnotations.networks, plan.networks],
    [annotations.status, plan.status],
  ] as const
  const parent = '/metadata/annotations'
  if (!plan.pod.annotations) return [{ op: 'add', path: parent, value: Object.fromEntries(wanted) }]
  return wanted.flatMap(([key, value]): readonly PatchOperation[] => {
    const before = podAnnotation(plan.pod, key)
    if (before === value) return []
    return [{ op: before === undefined ? 'add' : 'replace', path: `${parent}/${pointerStep(key)}`, value }]
  })
}

function deviceOperations(devices: readonly DeviceRequest[]): readonly PatchOperation[] {
  return [...new Set(devices.map(device => device.container))].flatMap((container): readonly PatchOperation[] => {
    const requests = devices.filter(device => device.container === container)
    const totals = Object.fromEntries(requests.map(({ resource, total }) => [resource, total]))
    const parent = `${container.pointer}/resources`
    if (!container.hasResources) return [{ op: 'add', path: parent, value: { requests: totals, limits: totals } }]
    return [
      ...quantityOperations(`${parent}/requests`, container.requests, requests),
      ...quantityOperations(`${parent}/limits`, container.limits, requests),
    ]
  })
}

function quantityOperations(
  parent: string,
  present: Readonly<Record<string, unknown>> | undefined,
  requests: readonly DeviceRequest[],
): readonly PatchOperation[] {
  if (!present) {
    return [{ op: 'add', path: parent, value: Object.fromEntries(requests.map(r => [r.resource, r.total])) }]
  }
  return requests.map(({ resource, total }) => {
    const op = Object.hasOwn(present, resource) ? 'replace' : 'add'
    return { op, path: `${parent}/${pointerStep(resource)}`, value: total }
  })
}
