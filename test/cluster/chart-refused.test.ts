import t from 'tap'
import { chart, helmOf } from './helm.ts'
import { sharedCluster } from './shared-cluster.ts'

const helm = await helmOf(sharedCluster())

const secret = (more: object) => ({ certificates: { mode: 'secret', ...more } })
const excluding = [
  {
    name: 'mode secret without a Secret',
    values: secret({}),
    says: 'certificates.mode secret needs certificates.secret.name: the Secret that holds tls.crt and tls.key.',
  },
  {
    name: 'a Secret in another mode',
    values: { certificates: { secret: { name: 'a' } } },
    says: 'certificates.secret.name excludes certificates.mode self: it is for a Secret of your own. Set certificates.mode to secret.',
  },
  {
    name: 'an authority in another mode',
    values: { certificates: { mode: 'service-ca', secret: { caBundle: '-----BEGIN CERTIFICATE-----' } } },
    says: 'certificates.secret.caBundle excludes certificates.mode service-ca: it is for a Secret of your own. Set certificates.mode to secret.',
  },
  {
    name: 'an issuer in another mode',
    values: { certificates: { certManager: { issuerRef: { name: 'a' } } } },
    says: 'certificates.certManager.issuerRef excludes certificates.mode self: set certificates.mode to cert-manager.',
  },
  {
    name: 'a tag and a digest',
    values: { image: { tag: '1', digest: `sha256:${'0'.repeat(64)}` } },
    says: 'image.tag excludes image.digest: a digest names the bytes already.',
  },
  {
    name: 'a policy for pods on the host network',
    values: { hostNetwork: true },
    says: "hostNetwork excludes networkPolicy.enabled: a NetworkPolicy does not hold for pods on the host's network. Set networkPolicy.enabled to false.",
  },
  {
    name: 'ports of a policy that is off',
    values: { networkPolicy: { enabled: false, apiServerPorts: [6443] } },
    says: 'networkPolicy.apiServerPorts needs networkPolicy.enabled.',
  },
  {
    name: 'scrapers let in by a policy that is off',
    values: { networkPolicy: { enabled: false, metricsFrom: [{ podSelector: {} }] } },
    says: 'networkPolicy.metricsFrom needs networkPolicy.enabled.',
  },
  {
    name: 'one port of the Service for two',
    values: { service: { port: 8080 }, metrics: { serviceMonitor: { enabled: true } } },
    says: 'service.port and ports.ops are both 8080: with metrics.serviceMonitor.enabled the Service needs a port for each.',
  },
  {
    name: 'labels of a ServiceMonitor that is off',
    values: { metrics: { serviceMonitor: { labels: { release: 'a' } } } },
    says: 'metrics.serviceMonitor.interval and labels need metrics.serviceMonitor.enabled.',
  },
  {
    name: 'labels of alerts that are off',
    values: { metrics: { prometheusRule: { alertLabels: { team: 'a' } } } },
    says: 'metrics.prometheusRule.labels, alertLabels and runbookUrl need metrics.prometheusRule.enabled.',
  },
  {
    name: 'a policy of pods that are not validated',
    values: { validation: { pods: { enabled: false, failurePolicy: 'Ignore' } } },
    says: 'validation.pods.failurePolicy needs validation.pods.enabled.',
  },
  {
    name: 'refusals of networks that are not validated',
    values: { validation: { networks: { enabled: false } }, networkRefusals: 'documented' },
    says: 'networkRefusals documented needs validation.networks.enabled.',
  },
  {
    name: 'refusals of workloads that are not validated',
    values: { validation: { workloads: { enabled: false } }, workloadVerdicts: 'refuse' },
    says: 'workloadVerdicts refuse needs validation.workloads.enabled.',
  },
  {
    name: 'killed while it drains',
    values: { drainSeconds: 20 },
    says: 'terminationGracePeriodSeconds (30) must be above 30: drainSeconds (20), and 10 for what is in flight.',
  },
  {
    name: 'one port for two',
    values: { ports: { ops: 8443 } },
    says: 'ports.webhook and ports.ops are both 8443: they need a port each.',
  },
  {
    name: 'bounds the wrong way round',
    values: { autoscaling: { enabled: true, minReplicas: 5 } },
    says: 'autoscaling.minReplicas (5) is above autoscaling.maxReplicas (4).',
  },
  {
    name: 'a number of replicas and autoscaling',
    values: { replicas: 3, autoscaling: { enabled: true } },
    says: 'replicas (3) excludes autoscaling.enabled: set autoscaling.minReplicas instead.',
  },
  {
    name: "the release's own namespace left out",
    values: { webhook: { excludedNamespaces: ['x', 'here'] } },
    says: "webhook.excludedNamespaces holds here, the release's own namespace: helm test makes its pods there. Pods without the label are never touched anyway.",
  },
]

const wrong = [
  {
    name: 'a key that is misspelt',
    values: { replica: 3 },
    says: "at '': additional properties 'replica' not allowed",
  },
  {
    name: 'one further down',
    values: { image: { tags: '' } },
    says: "at '/image': additional properties 'tags' not allowed",
  },
  {
    name: 'one under a list',
    values: { tolerations: [{ keys: 'a' }] },
    says: "at '/tolerations/0': additional properties 'keys' not allowed",
  },
  {
    name: 'a rule that does not exist',
    values: { rules: { 'links-are-sriow': 'off' } },
    says: "at '/rules': additional properties 'links-are-sriow' not allowed",
  },
  {
    name: 'a severity that does not exist',
    values: { rules: { 'links-are-sriov': 'info' } },
    says: "at '/rules/links-are-sriov': value must be one of 'off', false, 'warning', 'error'",
  },
  {
    name: 'a rule that cannot be lowered',
    values: { rules: { 'config-json': 'off' } },
    says: "at '/rules/config-json': value must be 'error'",
  },
  {
    name: 'a mode that does not exist',
    values: { certificates: { mode: 'selfsigned' } },
    says: "at '/certificates/mode': value must be one of",
  },
  {
    name: 'an endpoint that does not exist',
    values: { validation: { deployments: { enabled: true } } },
    says: "at '/validation': additional properties 'deployments' not allowed",
  },
  {
    name: 'an endpoint switched off without its switch',
    values: { validation: { pods: false } },
    says: "at '/validation/pods': got boolean, want object",
  },
  {
    name: 'an interval without a unit',
    values: { metrics: { serviceMonitor: { enabled: true, interval: '30' } } },
    says: "at '/metrics/serviceMonitor/interval': '30' does not match pattern",
  },
  {
    name: 'a scraper that is no peer',
    values: { networkPolicy: { metricsFrom: [{ namespace: 'monitoring' }] } },
    says: "at '/networkPolicy/metricsFrom/0': additional properties 'namespace' not allowed",
  },
  { name: 'a number as text', values: { replicas: '3' }, says: "at '/replicas': got string, want integer" },
  { name: 'no replica', values: { replicas: 0 }, says: "at '/replicas': minimum: got 0, want 1" },
  {
    name: 'a label that is no text',
    values: { podLabels: { a: true } },
    says: "at '/podLabels/a': got boolean, want string",
  },
  {
    name: 'a privileged port',
    values: { ports: { webhook: 443 } },
    says: "at '/ports/webhook': minimum: got 443, want 1,024",
  },
  {
    name: 'too long a wait',
    values: { webhook: { timeoutSeconds: 31 } },
    says: "at '/webhook/timeoutSeconds': maximum: got 31, want 30",
  },
  {
    name: 'no time to stop',
    values: { terminationGracePeriodSeconds: 10 },
    says: "at '/terminationGracePeriodSeconds': minimum: got 10, want 12",
  },
  {
    name: 'an authority that is no PEM',
    values: secret({ secret: { name: 'a', caBundle: 'TUlJ' } }),
    says: "at '/certificates/secret/caBundle': 'TUlJ' does not match pattern",
  },
  {
    name: 'root',
    values: { podSecurityContext: { runAsUser: 0 } },
    says: "at '/podSecurityContext/runAsUser': minimum: got 0, want 1",
  },
]

const render = (values: unknown, namespace = 'here') =>
  helm(['template', 'bi', chart, '-n', namespace, '-f', '-'], { stdin: JSON.stringify(values) })

for (const { name, values, says } of [...excluding, ...wrong]) {
  t.test(name, async t => {
    const { code, stdout, stderr } = await render(values)
    t.equal(code, 1)
    t.equal(stdout, '')
    const lines = stderr.split('\n').filter(line => line.includes(says))
    t.equal(lines.length, 1, `${says}\n${stderr}`)
  })
}

t.test('in kube-system, which the webhook leaves alone', async t => {
  const { code, stderr } = await render({}, 'kube-system')
  t.equal(code, 1)
  t.match(stderr, "the release's namespace is kube-system, which the webhook leaves alone: helm test could not work.")
})
