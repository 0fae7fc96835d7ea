/** Values of a site, and what each must find in the API server. */
export interface ValueSet {
  readonly name: string
  readonly values: Readonly<Record<string, unknown>>
}

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const noPolicy = { networkPolicy: { enabled: false } }
const off = { enabled: false }
const labels = { 'example.com/team': 'platform' }
const term = { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' }

/** Each switch of the chart on and off, alone and with others. `b` is a second namespace that exists. */
export const valueSets = (b: string): readonly ValueSet[] => [
  { name: 'nothing', values: {} },
  { name: 'cert-manager with an authority of its own', values: { certificates: { mode: 'cert-manager' } } },
  {
    name: 'cert-manager with an issuer of the site',
    values: {
      certificates: { mode: 'cert-manager', certManager: { issuerRef: { name: 'site', kind: 'ClusterIssuer' } } },
    },
  },
  { name: 'service-ca', values: { certificates: { mode: 'service-ca' }, service: { annotations: labels } } },
  { name: 'a Secret of the site', values: { certificates: { mode: 'secret', secret: { name: 'site-tls' } } } },
  {
    name: 'a Secret and its authority',
    values: { certificates: { mode: 'secret', secret: { name: 'site.tls', caBundle: certificate } } },
  },
  {
    name: 'an image by tag',
    values: { image: { repository: 'registry:5000/a/b', tag: '1.2.3', pullPolicy: 'Always' } },
  },
  { name: 'an image by digest', values: { image: { digest, pullSecrets: [{ name: 'pull' }] } } },
  { name: 'one replica', values: { replicas: 1, podDisruptionBudget: { enabled: false } } },
  { name: 'autoscaling', values: { autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 3 } } },
  { name: 'some namespaces', values: { watchNamespaces: [b] } },
  { name: 'host network', values: { hostNetwork: true, ports: { webhook: 10_250, ops: 10_251 }, ...noPolicy } },
  { name: 'connections out to the API server only', values: { networkPolicy: { apiServerPorts: [443, 6443] } } },
  {
    name: 'a webhook as the site wants it',
    values: {
      webhook: {
        configurationName: 'zz.bond',
        failurePolicy: 'Ignore',
        timeoutSeconds: 30,
        excludedNamespaces: ['openshift-etcd', 'kube-system'],
        namespaceSelector: { matchLabels: labels, matchExpressions: [{ key: 'a', operator: 'In', values: ['1'] }] },
        readOthers: false,
        labels: { 'admissions.enforcer/disabled': 'true' },
        annotations: labels,
      },
    },
  },
  {
    name: 'nothing validated',
    values: { validation: { pods: off, networks: off, workloads: off } },
  },
  {
    name: 'pods validated only',
    values: { validation: { pods: { failurePolicy: 'Ignore' }, networks: off, workloads: off } },
  },
  {
    name: 'networks and workloads validated only, and refused',
    values: {
      validation: { pods: off, networks: { failurePolicy: 'Fail' }, workloads: { failurePolicy: 'Fail' } },
      networkRefusals: 'documented',
      workloadVerdicts: 'refuse',
    },
  },
  { name: 'scraped by whom it may concern', values: { metrics: { serviceMonitor: { enabled: true } } } },
  {
    name: 'scraped from one namespace, without the operator',
    values: { networkPolicy: { metricsFrom: [{ namespaceSelector: { matchLabels: labels } }] } },
  },
  {
    name: 'scraped and watched as the site does it',
    values: {
      networkPolicy: {
        metricsFrom: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }, { podSelector: {} }],
      },
      metrics: {
        serviceMonitor: { enabled: true, interval: '1m30s', labels },
        dashboard: { enabled: true, labels, annotations: { grafana_folder: 'network' } },
        prometheusRule: { enabled: true, labels, alertLabels: { severity: 'page' }, runbookUrl: 'https://a/b' },
      },
    },
  },
  {
    name: 'rules and settings',
    values: {
      rules: { 'links-are-sriov': false, 'fail-over-mac-required': 'warning' },
      discovery: false,
      devices: 'leave',
      defaultNetworkNamespace: 'multus',
      namespaceIsolation: true,
      globalNamespaces: ['shared'],
      supportedModes: ['active-backup'],
      switchLag: false,
      staleAfter: 5,
      logLevel: 'debug',
    },
  },
  {
    name: 'labels and annotations everywhere',
    values: {
      commonLabels: labels,
      podLabels: { a: 'b' },
      podAnnotations: { c: 'd' },
      serviceAccount: { name: 'other', annotations: labels },
    },
  },
  {
    name: 'where replicas run',
    values: {
      nodeSelector: labels,
      tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 3 }],
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' }],
      priorityClassName: 'system-cluster-critical',
      drainSeconds: 40,
      terminationGracePeriodSeconds: 60,
    },
  },
  {
    name: 'numbers for user and memory',
    values: {
      podSecurityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, supplementalGroups: [5] },
      resources: { requests: { cpu: 1 }, limits: { memory: '1Gi', cpu: '2' } },
      service: { port: 8443, ipFamilyPolicy: 'SingleStack' },
    },
  },
]
