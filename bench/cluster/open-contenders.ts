import type { Cluster } from '../../test/cluster/cluster.ts'
import { storedNetworks } from '../../test/cluster/stored-networks.ts'
import { openBare } from './bare-contender.ts'
import { openNobody, type Contender } from './contender.ts'
import { openOurs, ownNetworks, type OwnContender } from './own-contender.ts'

export interface Contenders {
  readonly nobody: Contender
  readonly bare: Contender
  /** One, two, and three replicas that follow ten networks. */
  readonly ours: readonly [OwnContender, OwnContender, OwnContender]
  /** One replica that follows all networks. */
  readonly many: OwnContender
  close(): Promise<void>
}

const writersOfNetworks = 10

/** @param networks as many there are in the whole cluster, nearly all in a namespace without pods */
export async function openContenders(cluster: Cluster, program: string, networks: number): Promise<Contenders> {
  await cluster.installNetworkAttachmentDefinitionCrd()
  const few = (replicas: number) => {
    const [name, namespace] = [`ours, ${replicas === 1 ? '1 replica' : `${replicas} replicas`}`, `ours-${replicas}`]
    return openOurs(cluster, { name, namespace, program, replicas, follows: 'its own ten' })
  }
  const nobody = await openNobody(cluster)
  const bare = await openBare(cluster, { namespace: 'bare' })
  const ours = [await few(1), await few(2), await few(3)] as const
  await createUnusedNetworks(cluster, networks - ownNetworks * (ours.length + 1))
  const name = `ours, 1 replica, ${networks.toLocaleString('en-US')} networks`
  const many = await openOurs(cluster, { name, namespace: 'ours-many', program, replicas: 1, follows: 'all' })
  const all = [nobody, bare, ...ours, many]
  return {
    nobody,
    bare,
    ours,
    many,
    async close() {
      await Promise.all(all.map(one => one.close()))
    },
  }
}

async function createUnusedNetworks(cluster: Cluster, count: number): Promise<void> {
  const namespace = 'others'
  await cluster.createNamespace(namespace)
  const networks = storedNetworks(cluster, namespace)
  const numbers = Array.from({ length: count }, (_, number) => number).values()
  const writer = async () => {
    for (const number of numbers) await networks.createBond(`bond-${number}`)
  }
  await Promise.all(Array.from({ length: writersOfNetworks }, writer))
}
