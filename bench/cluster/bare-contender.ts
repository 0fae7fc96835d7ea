import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../test/cluster/cluster.ts'
import { memberOf } from '../../test/cluster/json-member.ts'
import { keptProcesses } from '../../test/cluster/kept-processes.ts'
import { until } from '../../test/cluster/until.ts'
import { registerWebhook } from '../../test/cluster/webhook-registration.ts'
import { LineLog } from '../../test/steady/line-log.ts'
import { podOf } from '../../test/steady/pod-kinds.ts'
import { writePair } from './bare-pair.ts'
import { benchPod } from './bench-pod.ts'
import type { Contender } from './contender.ts'

export interface BareCall {
  readonly namespace: string
  /** What stands before the script on the command line of node. */
  readonly nodeArguments?: readonly string[]
}

const script = join(import.meta.dirname, '..', 'bare-https.mjs')
/** As the chart registers ours. */
const fields = {
  objectSelector: { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] },
  reinvocationPolicy: 'IfNeeded',
  timeoutSeconds: 10,
}

/** bench/bare-https.mjs in a process of its own, with a pair of the kind that ours makes. Returns when it is called. */
export async function openBare(cluster: Cluster, { namespace, nodeArguments = [] }: BareCall): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'bond-injector-bare-'))
  const kept = keptProcesses(folder)
  const { authority, cert, key } = await writePair(folder)
  const started = await kept.start(namespace, process.execPath, [...nodeArguments, script, cert, key])
  const log = new LineLog(join(folder, `${namespace}.log`))
  const listening = await until('the bare webhook listens', () => Promise.resolve(log.find('listening')))
  const webhook = `${namespace}.bond-injector.test`
  const resources = ['openshift.io/sriovnet1', 'openshift.io/sriovnet2'] as const
  const pod = (bytes: number) => benchPod({ bytes, bond: 'bond-net1', resources })
  await cluster.createNamespace(namespace)
  const url = String(memberOf(listening, 'webhook'))
  const registration = { kind: 'Mutating', name: webhook, url, ca: authority, namespace, fields } as const
  await registerWebhook(cluster, registration, podOf(pod(3_000), namespace, 'probe'))
  return {
    name: 'bare node:https',
    namespace,
    webhook,
    pids: [started.pid],
    pod,
    leave: () => started.stop('SIGTERM'),
    close: () => kept.end(),
  }
}
