import { readFileSync } from 'node:fs'
import { request } from 'node:https'

/** What a client must know to speak to the API server. */
export interface ApiServerFacts {
  /** `https://127.0.0.1:PORT` */
  readonly server: string
  readonly caFile: string
  /** Of a member of system:masters. */
  readonly token: string
}

export interface ApiAnswer {
  readonly status: number
  readonly body: string
}

export interface ApiCall {
  readonly method?: string
  readonly body?: unknown
  /** Another caller's token. */
  readonly token?: string
}

/** One request over a connection of its own. Rejects where there is no answer within ten seconds. */
export function apiRequest(facts: ApiServerFacts, path: string, call: ApiCall = {}): Promise<ApiAnswer> {
  const { method = 'GET', body, token = facts.token } = call
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const options = { method, headers, ca: readFileSync(facts.caFile), agent: false, timeout: 10_000 }
    const outgoing = request(new URL(path, facts.server), options, response => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: text })
      })
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)))
    outgoing.on('error', reject)
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
