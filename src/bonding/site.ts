import { type BondMode, documentedModes } from './rules/bond-network/modes.ts'

/** `before-2025-05`: does not know allSlavesActive, tlbDynamicLb and xmitHashPolicy. */
export type BondCniBuild = 'current' | 'before-2025-05'

/** What cannot be seen through the API and only the site knows; rules are given it beside what they speak about. */
export interface Site {
  /** The modes that its platform supports for virtual functions. */
  readonly supportedModes: readonly BondMode[]
  /**
   * Whose networks every pod may use; undefined where Multus does not isolate namespaces (`namespaceIsolation`), so that
   * pods may use the networks of all.
   */
  readonly globalNamespaces: readonly string[] | undefined
  /** Are the switch ports of the physical functions a static LAG, as balance-rr and balance-xor need them? */
  readonly switchLag: boolean
  /** Which Bond CNI runs on the nodes: its one tag says nothing, so that it is told by what it reads. */
  readonly bondCni: BondCniBuild
}

export const defaultSite: Site = {
  supportedModes: documentedModes,
  // Multus' own default (pkg/types/conf.go), though OpenShift sets it: which of both runs cannot be told from here.
  globalNamespaces: undefined,
  switchLag: true,
  bondCni: 'current',
}
