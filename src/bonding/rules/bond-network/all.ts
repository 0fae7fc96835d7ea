import type { Rule } from '../rule.ts'
import allSlavesActiveRange from './all-slaves-active-range.ts'
import atLeastTwoLinks from './at-least-two-links.ts'
import bondOnceInList from './bond-once-in-list.ts'
import bondWithoutResourceName from './bond-without-resource-name.ts'
import eth0NotALink from './eth0-not-a-link.ts'
import failOverMacInteger from './fail-over-mac-integer.ts'
import failOverMacRequired from './fail-over-mac-required.ts'
import ipamNotBond from './ipam-not-bond.ts'
import linkNameLegal from './link-name-legal.ts'
import linkNamed from './link-named.ts'
import linksDistinct from './links-distinct.ts'
import linksInContainerBoolean from './links-in-container-boolean.ts'
import linksInContainerTrue from './links-in-container-true.ts'
import linksListOfObjects from './links-list-of-objects.ts'
import miimon32Bits from './miimon-32-bits.ts'
import miimonKernelRange from './miimon-kernel-range.ts'
import miimonNumber from './miimon-number.ts'
import miimonPositive from './miimon-positive.ts'
import miimonString from './miimon-string.ts'
import modeKnown from './mode-known.ts'
import modeSupported from './mode-supported.ts'
import mtuForIpv6 from './mtu-for-ipv6.ts'
import mtuInteger from './mtu-integer.ts'
import mtuMinimum from './mtu-minimum.ts'
import tlbDynamicLbMode from './tlb-dynamic-lb-mode.ts'
import tlbDynamicLbRange from './tlb-dynamic-lb-range.ts'
import xmitHashPolicyKnown from './xmit-hash-policy-known.ts'

/** Roughly in the order in which Bond CNI looks at things: the first is the one that its own message is about. */
export const bondNetworkRules: readonly Rule<'bond-network'>[] = [
  modeKnown,
  linksInContainerBoolean,
  failOverMacInteger,
  miimonString,
  linksListOfObjects,
  mtuInteger,
  ipamNotBond,
  allSlavesActiveRange,
  tlbDynamicLbMode,
  tlbDynamicLbRange,
  xmitHashPolicyKnown,
  linkNamed,
  atLeastTwoLinks,
  linkNameLegal,
  mtuMinimum,
  miimonNumber,
  miimonKernelRange,
  mtuForIpv6,
  failOverMacRequired,
  modeSupported,
  linksInContainerTrue,
  linksDistinct,
  miimonPositive,
  miimon32Bits,
  eth0NotALink,
  bondOnceInList,
  bondWithoutResourceName,
]
