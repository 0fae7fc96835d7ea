import { request, type Agent } from 'node:https'
import type { ApiServerFacts } from '../cluster/api-request.ts'
import { memberOf } from '../cluster/json-member.ts'
import { podOf, whatIsWrong, type PodKind } from './pod-kinds.ts'

/**
 * What became of one creation. `right` and `wrong` were decided by the webhook; that it refuses one of our pods is
 * wrong, too. `failed`: the API server got no answer from the webhook. `unreached`: the API server itself gave no
 * answer, or one that has nothing to do with the webhook.
 */
export type Fate = 'right' | 'wrong' | 'failed' | 'unreached'

export interface Outcome {
  readonly fate: Fate
  /** What was wrong, in the words of whoever said so. */
  readonly problem: string
}

export interface PodCreation {
  readonly facts: ApiServerFacts
  /** Whose connections to use. It must trust the API server. */
  readonly agent: Agent
  readonly namespace: string
  readonly name: string
  readonly kind: PodKind
  /** Nothing is stored, and the webhook is called all the same. */
  readonly dryRun?: boolean
}

/** More than the API server waits for a webhook. */
const patienceMs = 30_000

/** Creates a pod and looks at it as it came back, which is as it is stored. Never rejects. */
export async function createPod({ facts, agent, namespace, name, kind, dryRun }: PodCreation): Promise<Outcome> {
  const path = `/api/v1/namespaces/${namespace}/pods${dryRun ? '?dryRun=All' : ''}`
  try {
    const { status, body } = await post(new URL(path, facts.server), facts.token, agent, podOf(kind, namespace, name))
    return judged(kind, status, body)
  } catch (error) {
    return { fate: 'unreached', problem: error instanceof Error ? error.message : String(error) }
  }
}

function judged(kind: PodKind, status: number, body: string): Outcome {
  const object: unknown = JSON.parse(body)
  if (status === 201) {
    const problem = whatIsWrong(kind, object)
    return problem === undefined ? { fate: 'right', problem: '' } : { fate: 'wrong', problem }
  }
  const problem = `${status} ${String(memberOf(object, 'message'))}`
  if (problem.includes('failed calling webhook')) return { fate: 'failed', problem }
  const refused = status === 422 || problem.includes('denied the request')
  return { fate: refused ? 'wrong' : 'unreached', problem }
}

function post(url: URL, token: string, agent: Agent, pod: unknown): Promise<{ status: number; body: string }> {
  const body = JSON.stringify(pod)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent, timeout: patienceMs }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: text })
      })
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('the API server gave no answer')))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
