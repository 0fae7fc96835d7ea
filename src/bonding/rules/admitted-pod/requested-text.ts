import type { DeviceBalance } from '../../plan/devices.ts'
import type { Pod } from '../../pod.ts'

/** `2 requested`, or `2 requested in all` where several containers share in it: the place names one of them. */
export function requestedText(pod: Pod, { resource, present }: DeviceBalance): string {
  const asking = pod.containers.filter(
    ({ kind, requests, limits }) =>
      kind !== 'init' && [requests, limits].some(list => list !== undefined && Object.hasOwn(list, resource)),
  )
  return `${present} requested${asking.length > 1 ? ' in all' : ''}`
}
