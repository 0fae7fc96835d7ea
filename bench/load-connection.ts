import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'

export interface Answer {
  readonly status: number
  readonly body: string
}

/**
 * A keep-alive connection over TLS 1.3 that knows just enough HTTP/1.1 to ask the same question again and again. The client
 * of Node costs more than the servers measured here, which would then sleep between requests and wake up with cold caches.
 */
export class LoadConnection {
  readonly #open: () => Promise<TLSSocket>
  #socket: TLSSocket
  #received = ''
  #waiting: PromiseWithResolvers<Answer> | undefined
  /** The last answer was the last one on its connection. */
  #over = false

  static async open(url: string, authority: string): Promise<LoadConnection> {
    const { hostname: host, port } = new URL(url)
    const version = 'TLSv1.3'
    const open = async () => {
      const socket = connect({ host, port: Number(port), ca: authority, minVersion: version, maxVersion: version })
      await once(socket, 'secureConnect')
      return socket
    }
    return new LoadConnection(open, await open())
  }

  private constructor(open: () => Promise<TLSSocket>, socket: TLSSocket) {
    this.#open = open
    this.#socket = socket
    this.#listen()
  }

  /** @param request as {@link requestBytes} makes it */
  async ask(request: Buffer): Promise<Answer> {
    if (this.#over) {
      this.#socket = await this.#open()
      this.#over = false
      this.#listen()
    }
    const waiting = (this.#waiting = Promise.withResolvers<Answer>())
    this.#socket.write(request)
    return waiting.promise
  }

  #listen(): void {
    const socket = this.#socket
    const failed = (error: Error) => {
      if (socket === this.#socket && !this.#over) this.#waiting?.reject(error)
    }
    // One character a byte, so that lengths can be compared.
    socket.setEncoding('latin1').setNoDelay(true)
    socket.on('data', (chunk: string) => {
      this.#received += chunk
      this.#settle()
    })
    socket.on('error', failed)
    socket.on('close', () => {
      failed(new Error('the connection was closed without an answer'))
    })
  }

  #settle(): void {
    const headEnd = this.#received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.#received.slice(0, headEnd)
    const length = Number(/^content-length: *(\d+)$/im.exec(head)?.[1])
    const body = this.#received.slice(headEnd + 4)
    // Both servers tell the length; a chunked answer would never end here, so it is refused.
    if (Number.isNaN(length)) this.#waiting?.reject(new Error(`an answer without a length: ${head}`))
    if (body.length !== length) return
    this.#received = ''
    this.#over = /^connection: *close$/im.test(head)
    this.#waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}

export function requestBytes(url: string, body: string): Buffer {
  const head = [
    'POST /mutate/pods?timeout=10s HTTP/1.1',
    `host: ${new URL(url).host}`,
    'user-agent: bench',
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
