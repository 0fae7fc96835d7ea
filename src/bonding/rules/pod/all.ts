import bondAfterLinks from './bond-after-links.ts'
import bondAttachedOnce from './bond-attached-once.ts'
import bondInterfaceAgreed from './bond-interface-agreed.ts'
import bondInterfaceExplicit from './bond-interface-explicit.ts'
import bondMtuAsLinks from './bond-mtu-as-links.ts'
import bondMtuWithinLinks from './bond-mtu-within-links.ts'
import bondNetworkExists from './bond-network-exists.ts'
import bondNetworkIsBond from './bond-network-is-bond.ts'
import bondNotDefaultNetwork from './bond-not-default-network.ts'
import bondNotOwnLink from './bond-not-own-link.ts'
import bondToChoose from './bond-to-choose.ts'
import bondsAnnotationReadable from './bonds-annotation-readable.ts'
import commaFormCanName from './comma-form-can-name.ts'
import containerExists from './container-exists.ts'
import defaultNetworkReadable from './default-network-readable.ts'
import deviceQuantity from './device-quantity.ts'
import deviceRequestsEqualLimits from './device-requests-equal-limits.ts'
import enoughDeviceRequests from './enough-device-requests.ts'
import foreignNetworkExists from './foreign-network-exists.ts'
import hostLocalNameOwn from './host-local-name-own.ts'
import interfaceNameLegal from './interface-name-legal.ts'
import interfaceNamesUnique from './interface-names-unique.ts'
import interfaceRenamed from './interface-renamed.ts'
import ipsNeedIpam from './ips-need-ipam.ts'
import labelNamesListedBond from './label-names-listed-bond.ts'
import labelNotAnnotation from './label-not-annotation.ts'
import linkInOneBond from './link-in-one-bond.ts'
import linkInterfaceExplicit from './link-interface-explicit.ts'
import linkNetworkAgreed from './link-network-agreed.ts'
import linkNetworkExists from './link-network-exists.ts'
import linkProvided from './link-provided.ts'
import linkStateAuto from './link-state-auto.ts'
import linkUnderOtherName from './link-under-other-name.ts'
import linksAnnotationCount from './links-annotation-count.ts'
import linksAnnotationOneBond from './links-annotation-one-bond.ts'
import linksAnnotationReadable from './links-annotation-readable.ts'
import linksAreSriov from './links-are-sriov.ts'
import linksByDiscovery from './links-by-discovery.ts'
import linksKnown from './links-known.ts'
import linksOnOneNetwork from './links-on-one-network.ts'
import linksOnOneResource from './links-on-one-resource.ts'
import linksWithoutIpam from './links-without-ipam.ts'
import macOnBond from './mac-on-bond.ts'
import macsDistinct from './macs-distinct.ts'
import networkNameWithInterface from './network-name-with-interface.ts'
import networkNamespaceAllowed from './network-namespace-allowed.ts'
import networksAnnotationReadable from './networks-annotation-readable.ts'
import noHostNetwork from './no-host-network.ts'
import pinnedMacKept from './pinned-mac-kept.ts'
import requestedMacUnicast from './requested-mac-unicast.ts'
import spoofchkOff from './spoofchk-off.ts'
import staticAddressesGiven from './static-addresses-given.ts'
import staticIpsWithPrefix from './static-ips-with-prefix.ts'
import trustEqual from './trust-equal.ts'
import trustNeeded from './trust-needed.ts'
import trustedLinksInOtherModes from './trusted-links-in-other-modes.ts'
import trustedLinks from './trusted-links.ts'
import vlansEqual from './vlans-equal.ts'
import type { PlanProblem } from '../../plan/problem.ts'
import type { Rule } from '../rule.ts'

/** What the planner meets is worded by the rule of the same id: a new kind does not compile without one. */
const ofProblems: Readonly<Record<PlanProblem['kind'], Rule<'pod'>>> = {
  'bond-attached-once': bondAttachedOnce,
  'bond-interface-agreed': bondInterfaceAgreed,
  'bond-network-exists': bondNetworkExists,
  'bond-not-own-link': bondNotOwnLink,
  'bond-network-is-bond': bondNetworkIsBond,
  'bond-to-choose': bondToChoose,
  'bonds-annotation-readable': bondsAnnotationReadable,
  'comma-form-can-name': commaFormCanName,
  'container-exists': containerExists,
  'default-network-readable': defaultNetworkReadable,
  'device-quantity': deviceQuantity,
  'device-requests-equal-limits': deviceRequestsEqualLimits,
  'enough-device-requests': enoughDeviceRequests,
  'interface-renamed': interfaceRenamed,
  'label-names-listed-bond': labelNamesListedBond,
  'link-network-agreed': linkNetworkAgreed,
  'link-network-exists': linkNetworkExists,
  'link-under-other-name': linkUnderOtherName,
  'links-annotation-count': linksAnnotationCount,
  'links-annotation-one-bond': linksAnnotationOneBond,
  'links-annotation-readable': linksAnnotationReadable,
  'links-by-discovery': linksByDiscovery,
  'links-known': linksKnown,
  'networks-annotation-readable': networksAnnotationReadable,
}

/** Rules that judge the planned pod as a whole. */
const ofPods: readonly Rule<'pod'>[] = [
  bondAfterLinks,
  bondInterfaceExplicit,
  bondMtuAsLinks,
  bondMtuWithinLinks,
  bondNotDefaultNetwork,
  foreignNetworkExists,
  hostLocalNameOwn,
  interfaceNameLegal,
  interfaceNamesUnique,
  ipsNeedIpam,
  labelNotAnnotation,
  linkInOneBond,
  linkInterfaceExplicit,
  linkProvided,
  linkStateAuto,
  linksAreSriov,
  linksOnOneNetwork,
  linksOnOneResource,
  linksWithoutIpam,
  macOnBond,
  macsDistinct,
  networkNameWithInterface,
  networkNamespaceAllowed,
  noHostNetwork,
  pinnedMacKept,
  requestedMacUnicast,
  spoofchkOff,
  staticAddressesGiven,
  staticIpsWithPrefix,
  trustEqual,
  trustNeeded,
  trustedLinks,
  trustedLinksInOtherModes,
  vlansEqual,
]

export const podRules: readonly Rule<'pod'>[] = [...Object.values(ofProblems), ...ofPods]
