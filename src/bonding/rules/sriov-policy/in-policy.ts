import { foreignAnnotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import type { Path, Place } from '../../place.ts'
import type { SriovPolicy } from '../../sriov-policy.ts'
import type { SuppliedBond, SuppliedLink } from '../../sriov-policy-bonds.ts'
import type { ReportOptions } from '../rule.ts'

interface InPolicy {
  readonly place: Place
  readonly options: ReportOptions
}

/** A field of a policy, and the network that depends on it through its resource. @param path from the policy's spec */
export function inPolicy({ network }: SuppliedLink, { reference }: SriovPolicy, path: Path): InPolicy {
  const mend = { policy: reference, path: ['spec', ...path] }
  return { place: network.annotation(foreignAnnotations.resourceName), options: { on: network, mend } }
}

/** `link net1 of demo/bond-net1`. */
export function linkText({ network }: SuppliedBond, { link }: SuppliedLink): string {
  return `link ${link} of ${networkText(network.reference)}`
}

/** A link, and a policy that makes devices of its resource. */
export interface Supply {
  readonly link: SuppliedLink
  readonly policy: SriovPolicy
}

/** Every policy that a bond depends on, with the first link that does. */
export function suppliesOf({ links }: SuppliedBond): readonly Supply[] {
  const all = links.flatMap(link => link.policies.map(policy => ({ link, policy })))
  return all.filter(({ policy }, index) => all.findIndex(other => other.policy === policy) === index)
}

/** All pairs of links with different resources, in order; those of one resource depend on the same policies. */
export function linkPairs({ links }: SuppliedBond): readonly (readonly [SuppliedLink, SuppliedLink])[] {
  return links.flatMap((one, index) =>
    links.slice(index + 1).flatMap(other => (other.resource === one.resource ? [] : [[one, other] as const])),
  )
}
