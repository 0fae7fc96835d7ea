import type { Rule } from '../rule.ts'
import allSlavesActiveZero from './all-slaves-active-zero.ts'
import allSlavesActiveRange from './all-slaves-active-range.ts'
import atLeastTwoLinks from './at-least-two-links.ts'
import balanceRrReorders from './balance-rr-reorders.ts'
import bondFirstInList from './bond-first-in-list.ts'
import bondOnceInList from './bond-once-in-list.ts'
import bondWithAddresses from './bond-with-addresses.ts'
import bondWithoutResourceName from './bond-without-resource-name.ts'
import cniVersionDocumented from './cni-version-documented.ts'
import configNameAsObject from './config-name-as-object.ts'
import defaultRouteKept from './default-route-kept.ts'
import dnsWithIpam from './dns-with-ipam.ts'
import eth0NotALink from './eth0-not-a-link.ts'
import failOverMacFollow from './fail-over-mac-follow.ts'
import failOverMacIgnored from './fail-over-mac-ignored.ts'
import failOverMacInteger from './fail-over-mac-integer.ts'
import failOverMacRequired from './fail-over-mac-required.ts'
import hostLocalPerNode from './host-local-per-node.ts'
import ifnameNotRead from './ifname-not-read.ts'
import ipamNotBond from './ipam-not-bond.ts'
import keyGivenOnce from './key-given-once.ts'
import keyKnown from './key-known.ts'
import keyReadByBuild from './key-read-by-build.ts'
import keySpelledExactly from './key-spelled-exactly.ts'
import keySpelledOnce from './key-spelled-once.ts'
import keysInsidePlugin from './keys-inside-plugin.ts'
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
import miimonUsual from './miimon-usual.ts'
import modeKnown from './mode-known.ts'
import modeSupported from './mode-supported.ts'
import mtuForIpv6 from './mtu-for-ipv6.ts'
import mtuInteger from './mtu-integer.ts'
import mtuMinimum from './mtu-minimum.ts'
import oneInterfacePlugin from './one-interface-plugin.ts'
import switchLagPresent from './switch-lag-present.ts'
import tlbDynamicLbMode from './tlb-dynamic-lb-mode.ts'
import tlbDynamicLbRange from './tlb-dynamic-lb-range.ts'
import xmitHashPolicyChosen from './xmit-hash-policy-chosen.ts'
import xmitHashPolicyDocumented from './xmit-hash-policy-documented.ts'
import xmitHashPolicyIgnored from './xmit-hash-policy-ignored.ts'
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
  switchLagPresent,
  linksInContainerTrue,
  linksDistinct,
  miimonPositive,
  miimon32Bits,
  eth0NotALink,
  bondOnceInList,
  bondWithoutResourceName,
  keysInsidePlugin,
  bondFirstInList,
  oneInterfacePlugin,
  failOverMacFollow,
  cniVersionDocumented,
  keySpelledOnce,
  keyGivenOnce,
  keySpelledExactly,
  keyKnown,
  keyReadByBuild,
  failOverMacIgnored,
  xmitHashPolicyIgnored,
  dnsWithIpam,
  xmitHashPolicyDocumented,
  xmitHashPolicyChosen,
  balanceRrReorders,
  allSlavesActiveZero,
  miimonUsual,
  hostLocalPerNode,
  defaultRouteKept,
  ifnameNotRead,
  bondWithAddresses,
  configNameAsObject,
]
