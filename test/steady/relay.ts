import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Where connections of one kind end. */
export interface Upstream {
  readonly name: string
  readonly port: number
  /** New connections go only where this is true; those that are open go on. */
  isReady(): Promise<boolean>
}

interface Pair {
  readonly client: Socket
  readonly server: Socket
  readonly upstream: string
  /** Who spoke last. */
  last: 'client' | 'server'
  /** Nothing passes any more, and nobody is told. */
  silent: boolean
}

export interface RelayOptions {
  /** Milliseconds between two looks at who is ready. A kubelet takes longer, but tells at once who is about to leave. */
  readonly lookEvery?: number
}

/**
 * A loopback proxy for TCP: spreads new connections in turn over those upstreams that are ready, as the nodes of a
 * cluster do for a Service. Unlike them it goes on to the next one where a connection is refused, so that what fails
 * behind it is the replicas' own doing and not that of a slow list of endpoints.
 */
export class Relay {
  readonly #server = createServer({ allowHalfOpen: true, noDelay: true }, client => {
    void this.#accept(client)
  })
  readonly #upstreams = new Map<string, Upstream>()
  readonly #pairs = new Set<Pair>()
  readonly #broken = new Map<string, number>()
  readonly #looking: NodeJS.Timeout
  #ready: readonly Upstream[] = []
  #turn = 0

  static async open({ lookEvery = 250 }: RelayOptions = {}): Promise<Relay> {
    const relay = new Relay(lookEvery)
    await once(relay.#server.listen(0, '127.0.0.1'), 'listening')
    return relay
  }

  private constructor(lookEvery: number) {
    this.#looking = setInterval(() => void this.look(), lookEvery).unref()
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Names of those that get new connections. */
  get ready(): readonly string[] {
    return this.#ready.map(({ name }) => name)
  }

  async add(upstream: Upstream): Promise<void> {
    this.#upstreams.set(upstream.name, upstream)
    await this.look()
  }

  /** No new connections; those that are open go on. */
  remove(name: string): void {
    this.#upstreams.delete(name)
    this.#ready = this.#ready.filter(one => one.name !== name)
  }

  /** Looks now at who is ready. */
  async look(): Promise<void> {
    const asked = [...this.#upstreams.values()]
    const answers = await Promise.all(asked.map(one => one.isReady()))
    this.#ready = asked.filter((one, at) => answers[at] === true && this.#upstreams.has(one.name))
  }

  /** How many connections are open to it. */
  connections(name: string): number {
    return this.#of(name).length
  }

  /** How many connections its end has broken off, since the start, while it owed an answer. */
  broken(name: string): number {
    return this.#broken.get(name) ?? 0
  }

  /**
   * From now on nothing passes on the connections that are open, for good and without a word, as where a firewall has
   * forgotten them. New ones are not concerned.
   */
  forget(name: string): void {
    for (const pair of this.#of(name)) {
      pair.silent = true
      for (const socket of [pair.client, pair.server]) socket.unpipe().pause()
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#looking)
    for (const { client, server } of this.#pairs) for (const socket of [client, server]) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #of(name: string): readonly Pair[] {
    return [...this.#pairs].filter(({ upstream, client, server }) => {
      return upstream === name && !client.closed && !server.closed
    })
  }

  async #accept(client: Socket): Promise<void> {
    client.on('error', () => undefined).pause()
    const first = this.#turn++
    for (let tried = 0; tried < this.#ready.length; tried++) {
      const upstream = this.#ready[(first + tried) % this.#ready.length]
      const server = upstream && (await opened(upstream.port))
      if (server) {
        this.#join({ client, server, upstream: upstream.name, last: 'server', silent: false })
        return
      }
    }
    client.resetAndDestroy()
  }

  #join(pair: Pair): void {
    const { client, server, upstream } = pair
    this.#pairs.add(pair)
    client.on('data', () => (pair.last = 'client'))
    server.on('data', () => (pair.last = 'server'))
    const serverGone = () => {
      if (pair.last !== 'client' || client.readableEnded || client.destroyed) return
      pair.last = 'server'
      this.#broken.set(upstream, this.broken(upstream) + 1)
    }
    server.on('end', serverGone).on('close', serverGone)
    client.pipe(server).pipe(client)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('close', () => {
        // One end of a silent pair is left behind by the other, and goes with the relay.
        if (other.closed) this.#pairs.delete(pair)
        // A proper end was handed on already, behind the last bytes.
        if (!pair.silent && (one.errored || !one.readableEnded)) other.resetAndDestroy()
      })
    }
  }
}

async function opened(port: number): Promise<Socket | undefined> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true, noDelay: true })
  try {
    await once(socket, 'connect')
    return socket.on('error', () => undefined)
  } catch {
    return undefined
  }
}
