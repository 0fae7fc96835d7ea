import type { Cluster } from '../../test/cluster/cluster.ts'
import { callsBetween, webhookCalls, type WebhookCalls } from '../../test/steady/webhook-calls.ts'
import type { Contender } from './contender.ts'
import { deletePods } from './delete-pods.ts'
import type { Writers } from './writers.ts'

/** What one contender did in one round. */
export interface Turn {
  /** Creations per second. */
  readonly perSecond: number
  /** The API server's own figures of its webhook; undefined: there is none. */
  readonly calls: WebhookCalls | undefined
}

export interface Course {
  readonly contender: Contender
  /** In the order of the rounds. */
  readonly turns: readonly Turn[]
}

export interface ContestCall {
  readonly writers: Writers
  readonly contenders: readonly Contender[]
  /** Of the review. */
  readonly bytes: number
  readonly rounds: number
  /** Before them, not counted. */
  readonly warmUp: number
  /** Of one turn. */
  readonly seconds: number
  /** Creations a second. Default: as fast as they are answered. */
  readonly rate?: number
  readonly say: (line: string) => void
}

/** Lets the contenders take turns, so that what disturbs the machine disturbs all of them. */
export async function contest(cluster: Cluster, call: ContestCall): Promise<readonly Course[]> {
  const { contenders, rounds, warmUp } = call
  const courses = contenders.map(contender => ({ contender, turns: [] as Turn[] }))
  for (let round = 1 - warmUp; round <= rounds; round++) {
    for (const { contender, turns } of courses) {
      const turn = await turnOf(cluster, contender, call)
      call.say(turnText(turn, contender, call, round))
      if (round > 0) turns.push(turn)
    }
  }
  return courses
}

async function turnOf(
  cluster: Cluster,
  contender: Contender,
  { writers, bytes, seconds, rate }: ContestCall,
): Promise<Turn> {
  const { namespace, webhook } = contender
  const counted = async () => (webhook === undefined ? undefined : webhookCalls(await cluster.metrics(), webhook))
  const load = { facts: cluster, namespace, pod: contender.pod(bytes), seconds, rate }
  const before = await counted()
  const perSecond = await writers.create(load)
  const after = await counted()
  await deletePods(cluster, namespace)
  return { perSecond, calls: before && after && callsBetween(before, after) }
}

function turnText({ perSecond, calls }: Turn, { name }: Contender, { bytes, rate }: ContestCall, round: number) {
  const load = rate === undefined ? 'full speed' : `${rate} a second`
  const webhook = calls ? `, webhook ${((calls.seconds / calls.asked) * 1000).toFixed(2)} ms` : ''
  return `${bytes / 1000} KB, ${load}, round ${round}: ${name} ${perSecond.toFixed(0)} creations a second${webhook}`
}
