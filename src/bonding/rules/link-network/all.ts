import type { Rule } from '../rule.ts'
import linkStateKnown from './link-state-known.ts'
import sriovKeyType from './sriov-key-type.ts'
import sriovOnOrOff from './sriov-on-or-off.ts'
import sriovWithResourceName from './sriov-with-resource-name.ts'
import vlanRange from './vlan-range.ts'

export const linkNetworkRules: readonly Rule<'link-network'>[] = [
  sriovKeyType,
  sriovWithResourceName,
  vlanRange,
  linkStateKnown,
  sriovOnOrOff,
]
