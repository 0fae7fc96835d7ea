import { memberOf } from './json-member.ts'
import { until } from './until.ts'

/** What `/readyz` says. */
export interface Readiness {
  readonly status: number
  /** The condition about the catalogue. */
  readonly networks: { readonly ok: boolean; readonly message: string }
}

export interface ReadinessProbe {
  readiness(): Promise<Readiness>
  /** Waits for a 200, and for a message about the networks that matches. */
  untilReady(message?: RegExp): Promise<Readiness>
  /** Waits for a 503 whose message about the networks says this. */
  untilNotReady(because: RegExp): Promise<Readiness>
}

/** Looks at the `/readyz` of the server at this address. */
export function readinessProbe(address: string): ReadinessProbe {
  const readiness = () => readinessAt(`${address}/readyz`)
  const wait = async (status: number, message: RegExp) => {
    let last = ''
    const look = async () => {
      const now = await readiness()
      last = JSON.stringify(now)
      return now.status === status && message.test(now.networks.message) && now
    }
    return until(`/readyz answers ${status}, ${String(message)}`, look, { explain: () => `last answer: ${last}` })
  }
  return {
    readiness,
    untilReady: (message = /./) => wait(200, message),
    untilNotReady: because => wait(503, because),
  }
}

async function readinessAt(url: string): Promise<Readiness> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  const conditions = memberOf(await answer.json(), 'conditions')
  const all: readonly unknown[] = Array.isArray(conditions) ? conditions : []
  const about = all.find(condition => memberOf(condition, 'name') === 'networks')
  const networks = { ok: memberOf(about, 'ok') === true, message: String(memberOf(about, 'message')) }
  return { status: answer.status, networks }
}
