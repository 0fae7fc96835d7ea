import type { Test } from 'tap'
import { startChartPod, type ChartProcess } from './chart-process.ts'
import type { Cluster } from './cluster.ts'
import { chart, helmOf, objectOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import type { Kubectl } from './kubectl.ts'
import { freeLoopbackPorts } from './loopback-port.ts'
import { readinessProbe, type ReadinessProbe } from './readiness.ts'

/** The chart as helm installed it, its webhook a process on this machine. */
export interface Release {
  readonly name: string
  readonly namespace: string
  readonly helm: Kubectl
  /** What every install and upgrade of it is given. */
  readonly values: readonly string[]
  /** Of its replica. */
  readonly probe: ReadinessProbe
  /** What its replica tells Prometheus. */
  metrics(): Promise<string>
  /** As `kubectl get -o json`, in the release's namespace. */
  get(kind: string, name: string): Promise<unknown>
  /** Has the API server call this machine, which helm undoes at each upgrade. */
  leadHere(): Promise<void>
  /** Runs what the chart's Deployment says now. Returns when it is ready. */
  startReplica(t: Test, tlsFolder?: string): Promise<ChartProcess>
}

/** `helm install`, with free ports and whatever else `flags` say, and a Service that leads to this machine. */
export async function installRelease(cluster: Cluster, name: string, flags: readonly string[] = []): Promise<Release> {
  const namespace = name
  const helm = await helmOf(cluster)
  const [webhook = 0, ops = 0] = await freeLoopbackPorts(2)
  const values = ['--set', `ports.webhook=${webhook},ports.ops=${ops},service.port=${webhook},drainSeconds=1`, ...flags]
  await succeeded(helm(['install', name, chart, '-n', namespace, '--create-namespace', ...values]))
  const get = async (kind: string, object: string): Promise<unknown> =>
    JSON.parse(await succeeded(cluster.kubectl(['get', kind, object, '-n', namespace, '-o', 'json'])))
  const opsUrl = `http://127.0.0.1:${ops}`
  const probe = readinessProbe(opsUrl)
  return {
    name,
    namespace,
    helm,
    values,
    probe,
    metrics: async () => (await fetch(`${opsUrl}/metrics`)).text(),
    get,
    leadHere: () => leadHere(cluster, helm, namespace, name),
    async startReplica(t, tlsFolder) {
      await leadHere(cluster, helm, namespace, name)
      const spec = memberOf(await get('deployment', name), 'spec', 'template', 'spec')
      const replica = await startChartPod(t, cluster, { namespace, spec, tlsFolder })
      await Promise.race([replica.listening, failedToStart(replica)])
      await probe.untilReady()
      return replica
    },
  }
}

/**
 * There is no kube-proxy: the API server dials the name, and checks the certificate for the Service's all the same. Applied
 * as helm applies, so that its next upgrade meets no conflict.
 */
async function leadHere(cluster: Cluster, helm: Kubectl, namespace: string, name: string): Promise<void> {
  const manifest = await succeeded(helm(['get', 'manifest', name, '-n', namespace]))
  const service = objectOf(objectsIn(manifest), 'Service', name)
  // helm deletes only what says whose it is.
  const annotations = { 'meta.helm.sh/release-name': name, 'meta.helm.sh/release-namespace': namespace }
  const stdin = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, annotations, labels: memberOf(service, 'metadata', 'labels') },
    spec: { type: 'ExternalName', externalName: 'localhost', ports: memberOf(service, 'spec', 'ports') },
  })
  await succeeded(cluster.kubectl(['apply', '--server-side', '--field-manager=helm', '-f', '-'], { stdin }))
}

async function failedToStart({ ended }: ChartProcess): Promise<never> {
  const { code, printed } = await ended
  throw new Error(`the replica ended with ${String(code)}: ${printed}`)
}
