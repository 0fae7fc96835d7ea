import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Retry } from '../../src/cluster/back-off.ts'
import { ClusterNetworks } from '../../src/cluster/cluster-networks.ts'
import type { FollowState } from '../../src/cluster/follow-networks.ts'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'
import { kubeNetworks } from '../../src/cluster/kube/networks.ts'
import { FakeApiServer } from './fake-api-server.ts'

export const sriov = '{"cniVersion":"1.0.0","type":"sriov"}'

/** A catalogue that follows a fake API server. */
export interface Scene {
  readonly server: FakeApiServer
  readonly networks: ClusterNetworks
  readonly states: FollowState[]
  readonly clock: { now: number }
  readonly known: () => readonly string[]
}

export interface SceneOptions {
  readonly namespaces?: readonly string[]
  readonly before?: (server: FakeApiServer) => void
  /** Milliseconds that it waits at most between attempts, without and with an answer of the API server. */
  readonly longest?: number
  readonly longestUnanswered?: number
  readonly sleep?: Retry['sleep']
}

export async function scene(t: Test, options: SceneOptions = {}): Promise<Scene> {
  const server = new FakeApiServer()
  server.token = 'first'
  const { before = withTwoNetworks, namespaces = [], longest = 40, longestUnanswered = longest } = options
  before(server)
  const url = await server.start()
  const folder = t.testdir({ token: 'first' })
  const kubeconfig = join(folder, 'kubeconfig')
  writeFileSync(kubeconfig, kubeconfigOf(url, join(folder, 'token')))
  const states: FollowState[] = []
  const clock = { now: 0 }
  const networks = new ClusterNetworks({
    api: kubeNetworks({
      connection: new KubeConnection({ kubeconfig, requestTimeout: 300 }),
      watchSeconds: 20,
      pageSize: 500,
    }),
    namespaces,
    staleAfter: 60,
    now: () => clock.now,
    retry: { first: 5, longest, longestUnanswered, ...(options.sleep && { sleep: options.sleep }) },
    changed: state => states.push(state),
  })
  t.teardown(async () => {
    await networks.stop()
    await server.stop()
  })
  networks.start()
  const known = () => networks.catalogue.list('demo').map(n => n.reference.name).toSorted() // prettier-ignore
  return { server, networks, states, clock, known }
}

/** sriovnet1 and sriovnet2 of namespace demo. */
export function withTwoNetworks(server: FakeApiServer): void {
  server.set('sriovnet1', sriov)
  server.set('sriovnet2', sriov)
}

function kubeconfigOf(server: string, tokenFile: string): string {
  return JSON.stringify({
    clusters: [{ name: 'fake', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'me', user: { 'auth-provider': { name: 'tokenFile', config: { tokenFile } } } }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'me' } }],
    'current-context': 'fake',
  })
}

/** Waits for what the other side does in its own time; fails with the name of what never came. */
export async function until(what: string, holds: () => boolean, milliseconds = 8_000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`)
    await delay(5)
  }
}

export async function synced({ networks, server }: Scene): Promise<void> {
  await until('a complete list and a watch', () => networks.condition().ok && server.openWatches > 0)
}
