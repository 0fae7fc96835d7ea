import type { ServedKind } from '../cluster/kube/namespace-objects.ts'

/** A kind and all the names that kubectl takes for it. */
export interface NamedKind extends ServedKind {
  readonly names: readonly string[]
}

const apps = { group: 'apps', version: 'v1' } as const
const batch = { group: 'batch', version: 'v1' } as const

/** The objects that hold pods, as the API server serves them (`kubectl api-resources`). */
export const holderKinds: readonly NamedKind[] = [
  { group: '', version: 'v1', kind: 'Pod', plural: 'pods', names: ['pod', 'pods', 'po'] },
  { ...apps, kind: 'Deployment', plural: 'deployments', names: ['deployment', 'deployments', 'deploy'] },
  { ...apps, kind: 'StatefulSet', plural: 'statefulsets', names: ['statefulset', 'statefulsets', 'sts'] },
  { ...apps, kind: 'DaemonSet', plural: 'daemonsets', names: ['daemonset', 'daemonsets', 'ds'] },
  { ...apps, kind: 'ReplicaSet', plural: 'replicasets', names: ['replicaset', 'replicasets', 'rs'] },
  { ...batch, kind: 'Job', plural: 'jobs', names: ['job', 'jobs'] },
  { ...batch, kind: 'CronJob', plural: 'cronjobs', names: ['cronjob', 'cronjobs', 'cj'] },
]

export const networkKind: ServedKind = {
  group: 'k8s.cni.cncf.io',
  version: 'v1',
  kind: 'NetworkAttachmentDefinition',
  plural: 'network-attachment-definitions',
}

const sriov = { group: 'sriovnetwork.openshift.io', version: 'v1' } as const

/** Of the SR-IOV Network Operator. */
export const policyKind: ServedKind = {
  ...sriov,
  kind: 'SriovNetworkNodePolicy',
  plural: 'sriovnetworknodepolicies',
}
export const sriovNetworkKind: ServedKind = { ...sriov, kind: 'SriovNetwork', plural: 'sriovnetworks' }

/** As RBAC and kubectl write it: `deployments.apps`. */
export function resourceText({ plural, group }: ServedKind): string {
  return group === '' ? plural : `${plural}.${group}`
}
