import type { Server } from 'node:https'
import { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'

/**
 * How long a connection may be used, in milliseconds. The API server keeps its connections for as long as they are
 * busy, so that a new replica would get no work: of 25 connections each is made anew once in 30 s, which is less than
 * one handshake a second.
 */
const lifetime = 30_000
/** Connections that were opened together, as after a restart, must not end together. */
const spread = 0.25

/** The connections of clients: how many, how old, and when they last asked for anything. Times are those of `performance.now()`. */
export class Connections {
  /** Admissions that have not been answered yet: they wait for a look-up, mostly. */
  deciding = 0
  readonly #ends = new WeakMap<Socket, number>()
  readonly #failures = new Map([
    ['tls', 0],
    ['http', 0],
  ])
  readonly now: () => number
  #open = 0
  #opened = 0
  #leaving = false
  #lastRequest = 0

  constructor(now = () => performance.now()) {
    this.now = now
  }

  get open(): number {
    return this.#open
  }

  get opened(): number {
    return this.#opened
  }

  /** Of handshakes (`tls`), and of what is not HTTP (`http`). */
  get failures(): ReadonlyMap<string, number> {
    return this.#failures
  }

  get lastRequest(): number {
    return this.#lastRequest
  }

  follow(server: Server): void {
    server.on('secureConnection', socket => {
      this.#follow(socket)
    })
    // https tells of failed handshakes here, too.
    server.on('clientError', (_error, socket) => {
      const layer = socket instanceof Socket && this.#ends.has(socket) ? 'http' : 'tls'
      this.#failures.set(layer, (this.#failures.get(layer) ?? 0) + 1)
    })
  }

  /** The headers of a request are here. */
  requested(): number {
    return (this.#lastRequest = this.now())
  }

  /** From now on each connection ends behind its next answer. */
  leave(): void {
    this.#leaving = true
  }

  /** Is the answer at hand to be the last one on its connection? */
  isOver(socket: Socket, now = this.now()): boolean {
    return this.#leaving || now >= (this.#ends.get(socket) ?? Infinity)
  }

  #follow(socket: TLSSocket): void {
    this.#open++
    this.#opened++
    this.#ends.set(socket, this.now() + lifetime * (1 + spread * (2 * Math.random() - 1)))
    socket.once('close', () => {
      this.#open--
    })
  }
}
