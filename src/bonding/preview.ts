import { boundedWarning } from './layout.ts'
import type { Plan } from './plan.ts'
import { formatPath } from './place.ts'
import type { HeldPod } from './workload.ts'

/** What the pods of a workload will get, as a warning's text: nobody sees them being completed. */
export function previewText({ bonds, devices }: Plan, { reference, path }: HeldPod): string {
  const own = `${reference.namespace}/`
  const named = ({ network, interface: name }: { readonly network: string; readonly interface: string }) =>
    `${network.startsWith(own) ? network.slice(own.length) : network}@${name}`
  const attachments = bonds.flatMap(bond => [...bond.links, bond].map(named))
  const requests = devices.map(({ resource, total }) => `${resource}: ${total}`)
  const asking = requests.length === 0 ? '' : `, and request ${requests.join(', ')}`
  const where = `${reference.kind.toLowerCase()} ${formatPath(path)}`
  return boundedWarning(`${where}: its pods get ${attachments.join(',')}${asking}`, ' [bond-injector]')
}
