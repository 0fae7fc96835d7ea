import { containers } from './labelled-pod.ts'
import { networkAttachmentDefinition } from './network-attachment-definition.ts'
import { bondConfig } from './stored-networks.ts'

type Labels = Readonly<Record<string, string>>

/** An object of one namespace, for kubectl. */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: object
  readonly spec: object
}

/** What the chart's webhooks are called for, and what they are not called for. */
export function objectsOf(namespace: string) {
  const workload = (kind: string, spec: object, maker?: string): Manifest => ({
    apiVersion: kind.endsWith('Job') ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name: 'web', namespace, ...(maker !== undefined && madeBy(maker)) },
    spec,
  })
  const deployment = (labels: Labels, replicas = 0) => workload('Deployment', { ...selected(labels), replicas })
  return {
    deployment,
    /** A bond that Bond CNI does not load. */
    wrongBond: (name: string): Manifest =>
      networkAttachmentDefinition({ namespace, name }, bondConfig.replace('active-backup', 'active-backupp')),
    /** All kinds of workloads, their pods with these labels. */
    workloads: (labels: Labels): readonly { readonly name: string; readonly object: Manifest }[] => [
      { name: 'a Deployment', object: deployment(labels) },
      { name: 'a StatefulSet', object: workload('StatefulSet', { ...selected(labels), serviceName: 'web' }) },
      { name: 'a DaemonSet', object: workload('DaemonSet', selected(labels)) },
      { name: 'a ReplicaSet', object: workload('ReplicaSet', selected(labels)) },
      { name: 'a ReplicaSet of a Rollout', object: workload('ReplicaSet', selected(labels), 'Rollout') },
      { name: 'a Job', object: workload('Job', once(labels)) },
      {
        name: 'a CronJob',
        object: workload('CronJob', { schedule: '0 0 * * *', jobTemplate: { spec: once(labels) } }),
      },
    ],
    /** Workloads whose pods get no label, since it stands somewhere else. */
    misplaced: (label: Labels): readonly { readonly name: string; readonly object: Manifest }[] => [
      { name: 'on the workload', object: marked(deployment({}), { labels: label }) },
      { name: 'as its annotation', object: marked(deployment({}), { annotations: label }) },
      {
        name: 'as an annotation of its template',
        object: workload('Job', { template: { metadata: { annotations: label }, spec: onceSpec } }),
      },
      {
        name: 'on the jobs of a CronJob',
        object: workload('CronJob', {
          schedule: '0 0 * * *',
          jobTemplate: { metadata: { labels: label }, spec: once({}) },
        }),
      },
    ],
    /** Workloads that nobody needs to judge, although the pods of most have these labels. */
    untold: (labels: Labels): readonly { readonly name: string; readonly object: Manifest }[] => [
      { name: 'whose pods have no label', object: deployment({}) },
      { name: 'whose template has no metadata', object: workload('Job', { template: { spec: onceSpec } }) },
      { name: 'that a Deployment made', object: workload('ReplicaSet', selected(labels), 'Deployment') },
      { name: 'that a CronJob made', object: workload('Job', once(labels), 'CronJob') },
    ],
  }
}

const onceSpec = { containers, restartPolicy: 'Never' }

function selected(labels: Labels) {
  const own = { app: 'web' }
  return {
    selector: { matchLabels: own },
    template: { metadata: { labels: { ...own, ...labels } }, spec: { containers } },
  }
}

function marked(object: Manifest, more: object): Manifest {
  return { ...object, metadata: { ...object.metadata, ...more } }
}

function once(labels: Labels) {
  return { template: { metadata: { labels }, spec: onceSpec } }
}

function madeBy(kind: string) {
  return { ownerReferences: [{ apiVersion: 'example.com/v1', kind, name: 'web', uid: '1', controller: true }] }
}
