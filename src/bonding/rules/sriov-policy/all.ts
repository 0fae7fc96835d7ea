import type { Rule } from '../rule.ts'
import bondModesOnOnePort from './bond-modes-on-one-port.ts'
import bondMtuAsPolicies from './bond-mtu-as-policies.ts'
import bondMtuWithinPolicies from './bond-mtu-within-policies.ts'
import eSwitchLegacy from './e-switch-legacy.ts'
import enoughVirtualFunctions from './enough-virtual-functions.ts'
import infinibandActiveBackup from './infiniband-active-backup.ts'
import linkDeviceType from './link-device-type.ts'
import linkResourceAdvertised from './link-resource-advertised.ts'
import linksAreEthernet from './links-are-ethernet.ts'
import linksOnCommonNodes from './links-on-common-nodes.ts'
import linksOnOnePort from './links-on-one-port.ts'
import policyMtuGiven from './policy-mtu-given.ts'
import virtualFunctionsDisjoint from './virtual-functions-disjoint.ts'

export const sriovPolicyRules: readonly Rule<'sriov-policy'>[] = [
  linkResourceAdvertised,
  linkDeviceType,
  virtualFunctionsDisjoint,
  linksOnOnePort,
  bondMtuWithinPolicies,
  policyMtuGiven,
  bondMtuAsPolicies,
  infinibandActiveBackup,
  linksAreEthernet,
  eSwitchLegacy,
  enoughVirtualFunctions,
  linksOnCommonNodes,
  bondModesOnOnePort,
]
