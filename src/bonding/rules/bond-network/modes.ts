/** The names of netlink's StringToBondModeMap (vishvananda/netlink 1.3.1 link.go:641-649); the index is the kernel's number. */
export const bondModes = [
  'balance-rr',
  'active-backup',
  'balance-xor',
  'broadcast',
  '802.3ad',
  'balance-tlb',
  'balance-alb',
] as const

export type BondMode = (typeof bondModes)[number]

/** What the documentation of OpenShift supports for virtual functions. */
export const documentedModes: readonly BondMode[] = ['active-backup', 'balance-xor', 'balance-rr']

/** Without a monitor the kernel gives these 100 ms, unless it is told a number. */
export const modesWithMonitor: readonly BondMode[] = ['802.3ad', 'balance-tlb', 'balance-alb']

/** undefined where Bond CNI knows no such mode: another rule says so. */
export function knownMode(mode: string | undefined): BondMode | undefined {
  return bondModes.find(known => known === mode)
}

export function takesTlbDynamicLb(mode: BondMode): boolean {
  return mode === 'balance-tlb' || mode === 'balance-alb'
}
