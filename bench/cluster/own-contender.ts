import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { annotations } from '../../src/bonding/keys.ts'
import type { Cluster } from '../../test/cluster/cluster.ts'
import { until } from '../../test/cluster/until.ts'
import { Fleet } from '../../test/steady/fleet.ts'
import { podOf, whatIsWrong, type PodKind } from '../../test/steady/pod-kinds.ts'
import { createSite, type Site } from '../../test/steady/site.ts'
import { benchPod } from './bench-pod.ts'
import type { Contender } from './contender.ts'

export interface OwnCall {
  readonly name: string
  readonly namespace: string
  /** The file of the program. */
  readonly program: string
  /** Behind a relay where there are several; one is called directly, as the bare webhook is. */
  readonly replicas: number
  /** It follows the networks of its own namespace, or those of all. */
  readonly follows: 'its own ten' | 'all'
  /** Further ones of `serve`. */
  readonly moreFlags?: readonly string[]
  readonly nodeArguments?: readonly string[]
}

export interface OwnContender extends Contender {
  /** The same replicas, asked for pods whose links are named by an annotation of the bond's network. */
  readonly pinned: Contender
  /** Flags of `serve` for one more replica. */
  readonly flags: readonly string[]
}

/** Of the namespace of every contender of ours. */
export const ownNetworks = 10
const ports = ['openshift.io/port0', 'openshift.io/port1'] as const
const pinnedBond = 'bond-pinned'

/** Ours as the chart runs it: certificates in a Secret, networks from the API server. Returns when it is called. */
export async function openOurs(cluster: Cluster, call: OwnCall): Promise<OwnContender> {
  const { name, namespace, program, replicas, follows, moreFlags = [], nodeArguments = [] } = call
  const fleet = await Fleet.open(mkdtempSync(join(tmpdir(), 'bond-injector-replicas-')))
  const site = await createSite(cluster, { namespace, url: fleet.url })
  await createNetworks(site)
  const scope = follows === 'all' ? [] : [`--watch-namespace=${namespace}`]
  const flags = [...site.flags, ...scope, ...moreFlags]
  for (let count = 0; count < replicas; count++) await fleet.startReady({ flags, program, nodeArguments })
  const [first] = fleet.replicas
  if (replicas === 1 && first) await callDirectly(site, first.port)
  const contender = {
    name,
    namespace,
    webhook: site.webhook,
    pids: fleet.replicas.map(({ pid }) => pid),
    async leave() {
      await Promise.all(fleet.replicas.map(one => one.stop('SIGTERM')))
    },
    close: () => fleet.close(),
  }
  const pod = (bond: string) => (bytes: number) => benchPod({ bytes, bond, resources: ports })
  await untilCalled(site, pod('bond-net1')(3_000))
  const pinned = { ...contender, name: `${name}, links named`, pod: pod(pinnedBond) }
  return { ...contender, pod: pod('bond-net1'), pinned, flags }
}

/** The site has four already: the links, a bond that has to find them, and another network. */
async function createNetworks({ networks }: Site): Promise<void> {
  await networks.createBond(pinnedBond, { [annotations.links]: 'sriovnet1,sriovnet2' })
  for (let count = 5; count < ownNetworks; count++) await networks.createBond(`bond-${count}`)
}

async function callDirectly({ cluster, webhook }: Site, port: number): Promise<void> {
  const url = `https://127.0.0.1:${port}/mutate/pods`
  const patch = JSON.stringify([{ op: 'replace', path: '/webhooks/0/clientConfig/url', value: url }])
  const answer = await cluster.kubectl(['patch', 'mutatingwebhookconfiguration', webhook, '--type=json', '-p', patch])
  if (answer.code !== 0) throw new Error(`${webhook} could not be changed: ${answer.stderr}`)
}

/** The API server hears a moment late of a webhook configuration. */
async function untilCalled({ cluster, namespace, webhook }: Site, pod: PodKind): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods?dryRun=All`
  let last = ''
  const look = async () => {
    const { status, body } = await cluster.request(path, { method: 'POST', body: podOf(pod, namespace, 'probe') })
    last = `${status} ${body}`
    return status === 201 && whatIsWrong(pod, JSON.parse(body)) === undefined
  }
  await until(`${webhook} is called`, look, { explain: () => last })
}
