import { balanceDevices } from '../plan/devices.ts'
import type { Draft } from '../plan/draft.ts'
import type { ExplainedDevices } from './explanation.ts'

/** What the networks need of each resource, what the pod asks for, and what is added to which container. */
export function explainedDevices({ planned, devices }: Draft): readonly ExplainedDevices[] {
  const { pod, attachments, defaultNetwork } = planned
  const all = defaultNetwork ? [defaultNetwork, ...attachments] : attachments
  return balanceDevices(pod, all).map(({ resource, needed, present }) => {
    const request = devices.find(device => device.resource === resource)
    const added = request ? { container: request.container.name, total: request.total } : null
    return { resource, needed: Number(needed), present: Number(present), added }
  })
}
