import { connect } from 'node:tls'
import type { WholeWebhook } from '../security/whole-webhook.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** What came back on one connection. */
export interface Exchange {
  readonly answers: readonly HttpAnswer[]
  /** What stands behind the last whole answer. */
  readonly rest: string
  /** The server closed while there was more to read, so that what it said before may be lost. */
  readonly reset: boolean
}

/**
 * Sends bytes over one TLS connection, as they are, and ends its own side; so nobody waits for a request that is never
 * finished.
 *
 * @param pieces one character a byte
 */
export async function exchange({ port, ca }: WholeWebhook, pieces: readonly string[]): Promise<Exchange> {
  // Node's types do not know the last one for TLS.
  const options = { host: '127.0.0.1', port, ca, allowHalfOpen: true }
  const socket = connect(options)
  const chunks: Buffer[] = []
  const closed = Promise.withResolvers<undefined>()
  let reset = false
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => {
    reset = true
  })
  socket.on('close', () => {
    closed.resolve(undefined)
  })
  for (const piece of pieces) socket.write(Buffer.from(piece, 'latin1'))
  socket.end()
  await closed.promise
  return { ...answersIn(Buffer.concat(chunks).toString('latin1')), reset }
}

/** Only what our server writes: a status line, headers with the length, a body. */
function answersIn(text: string): Omit<Exchange, 'reset'> {
  const answers: HttpAnswer[] = []
  let rest = text
  for (;;) {
    const answer = firstAnswer(rest)
    if (answer === undefined) return { answers, rest }
    if (answer.status >= 200) answers.push(answer)
    rest = rest.slice(answer.size)
  }
}

function firstAnswer(text: string): (HttpAnswer & { readonly size: number }) | undefined {
  const end = text.indexOf('\r\n\r\n')
  const [, code] = /^HTTP\/1\.1 (\d{3}) /.exec(text) ?? []
  if (end === -1 || code === undefined) return undefined
  const lines = text.slice(0, end).split('\r\n').slice(1)
  const headers = new Map(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), afterColon(line)] as const),
  )
  const size = end + 4 + Number(headers.get('content-length') ?? 0)
  if (text.length < size) return undefined
  const body = Buffer.from(text.slice(end + 4, size), 'latin1').toString()
  return { status: Number(code), headers, body, size }
}

function afterColon(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim()
}
