import type { Severity } from './finding.ts'
import { defaultSite, type Site } from './site.ts'

/** What a site decides. The same for every face: webhook and command line. */
export interface Policy extends Site {
  /** May a bond's links be found by looking at the SR-IOV networks of its namespace? */
  readonly discovery: boolean
  /** `leave`: another webhook adds the devices (one that honours requests that are already there would double ours). */
  readonly devices: 'add' | 'leave'
  /** Where Multus resolves a bare name of `v1.multus-cni.io/default-network` (its `multusNamespace`). */
  readonly defaultNetworkNamespace: string
  /** Severities by rule id, where a site wants another than the rule's own. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>
}

export const defaultPolicy: Policy = {
  ...defaultSite,
  discovery: true,
  devices: 'add',
  defaultNetworkNamespace: 'kube-system',
  severities: new Map(),
}
