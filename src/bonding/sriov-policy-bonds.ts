import type { BondNetwork, BondSettings } from './bond-network.ts'
import type { Catalogue } from './catalogue.ts'
import type { LinkNetwork } from './link-network.ts'
import type { Network } from './network.ts'
import { type NetworkKey, networkText } from './network-key.ts'
import type { Path } from './place.ts'
import type { Pod } from './pod.ts'
import type { Policy } from './policy.ts'
import type { SriovPolicy } from './sriov-policy.ts'
import { linkedByItself, linkedByPod, type LinkedBond } from './sriov-policy-links.ts'

/** A field of a policy. */
export interface PolicyField {
  readonly policy: NetworkKey
  readonly path: Path
}

/** A link of a bond that takes a virtual function, and all policies that make devices of its resource. */
export interface SuppliedLink {
  /** The name of its interface. */
  readonly link: string
  readonly network: LinkNetwork
  /** With the prefix. */
  readonly resource: string
  readonly policies: readonly SriovPolicy[]
}

/** A bond joined with the policies that its links depend on. */
export interface SuppliedBond {
  readonly network: BondNetwork
  readonly settings: BondSettings
  readonly links: readonly SuppliedLink[]
  /** All there are. */
  readonly policies: readonly SriovPolicy[]
  /** The bonds that come earlier, for what is wrong between two. */
  readonly earlier: readonly SuppliedBond[]
}

export interface SupplyScene {
  readonly networks: Iterable<Network>
  readonly catalogue: Catalogue
  readonly pods: Iterable<Pod>
  readonly policies: readonly SriovPolicy[]
}

/**
 * Every bond whose links are known: by its own annotation, or by a pod, which can give the same bond other links.
 * Links without a device resource are left out.
 */
export function supplyBonds(
  { networks, catalogue, pods, policies }: SupplyScene,
  policy: Policy,
): readonly SuppliedBond[] {
  const linked = [
    ...[...networks].flatMap(network => (network.kind === 'bond' ? linkedByItself(network, catalogue) : [])),
    ...[...pods].flatMap(pod => linkedByPod(pod, catalogue, policy)),
  ]
  const bonds: SuppliedBond[] = []
  for (const each of new Map(linked.map(bond => [linkingText(bond), bond])).values()) {
    const { settings } = each.network
    const links = each.links.flatMap(link => supply(link, policies))
    if (!settings || links.length === 0) continue
    bonds.push({ network: each.network, settings, links, policies, earlier: [...bonds] })
  }
  return bonds
}

function supply(
  { link, network }: LinkedBond['links'][number],
  policies: readonly SriovPolicy[],
): readonly SuppliedLink[] {
  if (network?.kind !== 'link' || network.resourceName === undefined) return []
  const resource = network.resourceName
  // The prefix is the operator's setting, the same for all of its policies.
  const pool = resource.slice(resource.lastIndexOf('/') + 1)
  return [{ link, network, resource, policies: policies.filter(({ resourceName }) => resourceName === pool) }]
}

/** The same for the same links of the same bond. */
function linkingText({ network, links }: LinkedBond): string {
  const texts = links.map(({ link, network }) => `${link}=${network ? networkText(network.reference) : ''}`)
  return [networkText(network.reference), ...texts].join(' ')
}
