import { bondLabel } from '../src/bonding/keys.ts'

type Fields = Readonly<Record<string, unknown>>

/** A pod, as far as the benchmark itself looks into it. */
export interface BenchPod {
  readonly metadata: Fields & { readonly annotations: Readonly<Record<string, string>> }
  readonly spec: Fields & { readonly containers: readonly BenchContainer[] }
}

export interface BenchContainer extends Fields {
  readonly resources: { readonly requests: Fields; readonly limits: Fields }
}

/** In the text of a review of such a pod, and nowhere else in it. The value tells one workload from another. */
export const workloadMark = '"pod-template-hash":"7d4b9c6f5"'

/**
 * A pod as an API server would send it, labelled, not yet completed. Pods grow by containers, and those by environment
 * variables.
 *
 * @param bytes of the whole review that holds the pod; from 3,000 on
 */
export function podOfSize(bytes: number): BenchPod {
  const containers = Array.from({ length: Math.max(1, Math.min(6, Math.floor(bytes / 6_000))) }, (_, index) =>
    container(`container-${index}`),
  )
  const pod = podAround(containers)
  for (let variable = 0; ; variable++) {
    const missing = bytes - reviewText(pod).length
    const filler = { name: `SETTING_${variable}`, value: '' }
    const around = JSON.stringify(filler).length + 1
    if (missing <= around) return pod
    // Some thirty characters a value, and the last one fills up to the byte.
    const rest = missing - around
    containers[variable % containers.length]?.env.push({ ...filler, value: 'x'.repeat(rest < 120 ? rest : 30) })
  }
}

/** The AdmissionReview of its creation. The uid is always the same, so that answers can be compared byte for byte. */
export function reviewText(pod: BenchPod): string {
  const kind = { group: '', version: 'v1', kind: 'Pod' }
  const resource = { group: '', version: 'v1', resource: 'pods' }
  return JSON.stringify({
    kind: 'AdmissionReview',
    apiVersion: 'admission.k8s.io/v1',
    request: {
      uid: '705ab4f5-6393-11e8-b7cc-42010a800002',
      kind,
      resource,
      requestKind: kind,
      requestResource: resource,
      name: 'web-7d4b9c6f5-x2x4z',
      namespace: 'demo',
      operation: 'CREATE',
      userInfo: {
        username: 'system:serviceaccount:kube-system:replicaset-controller',
        uid: '0f2a8c2e-9d9f-4c58-8a0f-2a5c6a1b3c4d',
        groups: ['system:serviceaccounts', 'system:serviceaccounts:kube-system', 'system:authenticated'],
      },
      object: pod,
      oldObject: null,
      dryRun: false,
      options: { kind: 'CreateOptions', apiVersion: 'meta.k8s.io/v1' },
    },
  })
}

function podAround(containers: readonly BenchContainer[]): BenchPod {
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-7d4b9c6f5', controller: true }
  return {
    metadata: {
      name: 'web-7d4b9c6f5-x2x4z',
      generateName: 'web-7d4b9c6f5-',
      namespace: 'demo',
      labels: { app: 'web', 'pod-template-hash': '7d4b9c6f5', [bondLabel]: 'bond-net1' },
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' },
      ownerReferences: [{ ...owner, uid: '5b1d3f0a-1a2b-4c3d-9e8f-7a6b5c4d3e2f', blockOwnerDeletion: true }],
    },
    spec: {
      volumes: [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
      containers,
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      serviceAccountName: 'web',
      securityContext: { runAsNonRoot: true },
      schedulerName: 'default-scheduler',
      tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }],
    },
  }
}

function container(name: string) {
  const quantities = { cpu: '500m', memory: '256Mi' }
  return {
    name,
    image: `registry.example.com/team/${name}:1.2.3`,
    env: [{ name: 'NODE_NAME', value: 'worker-1' }],
    resources: { requests: { ...quantities }, limits: { ...quantities } },
    volumeMounts: [{ name: 'token', readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }],
    terminationMessagePath: '/dev/termination-log',
    imagePullPolicy: 'IfNotPresent',
  }
}
