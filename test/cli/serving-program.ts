import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { reviewOf } from '../server/running-webhook.ts'
import { spawnProgram } from './command-line.ts'

export const openshift = fileURLToPath(new URL('../../examples/openshift', import.meta.url))

export type Line = Readonly<Record<string, unknown>>

/** `bond-injector serve` as a process of its own, on free ports of 127.0.0.1; ended with the test, whatever happens. */
export class ServingProgram {
  readonly lines: Line[] = []
  readonly ended: Promise<unknown[]>
  readonly #program: ReturnType<typeof spawnProgram>
  #wakeUp = Promise.withResolvers<undefined>()

  static async start(t: Test, args: readonly string[], environment = {}): Promise<ServingProgram> {
    const program = new ServingProgram(args, environment)
    t.teardown(async () => {
      program.signal('SIGKILL')
      await program.ended
    })
    await program.line('listening')
    return program
  }

  private constructor(args: readonly string[], environment: Readonly<Record<string, string>>) {
    const local = ['serve', '--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0', '--drain-seconds=0']
    this.#program = spawnProgram([...local, ...args], environment)
    this.#program.stderr.pipe(process.stderr)
    this.ended = once(this.#program, 'exit')
    createInterface(this.#program.stdout).on('line', line => {
      this.lines.push(JSON.parse(line) as Line)
      this.#wakeUp.resolve(undefined)
      this.#wakeUp = Promise.withResolvers()
    })
  }

  /** The first line with that message behind the first `seen` lines, as soon as it is there. */
  async line(message: string, seen = 0): Promise<Line> {
    for (;;) {
      const found = this.lines.slice(seen).find(({ msg }) => msg === message)
      if (found) return found
      await Promise.race([this.#wakeUp.promise, this.#failed(message)])
    }
  }

  signal(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' | 'SIGUSR2'): void {
    this.#program.kill(signal)
  }

  get port(): number {
    return Number(new URL(String(this.#listening['webhook'])).port)
  }

  async ready(): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${String(this.#listening['ops'])}/readyz`)
    return { status: answer.status, body: await answer.json() }
  }

  /** What becomes of a pod with that label, asked over TLS, verified against the authority in `ca`. */
  async admit(ca: string, label: string): Promise<unknown> {
    const metadata = { name: 'p', namespace: 'demo', labels: { 'bond-injector.io/bond': label } }
    const object = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'app' }] } }
    const outgoing = request(`https://127.0.0.1:${this.port}/mutate/pods?timeout=10s`, {
      method: 'POST',
      ca: readFileSync(ca),
      agent: false,
      headers: { 'content-type': 'application/json' },
    })
    outgoing.end(reviewOf({ object }))
    const [incoming] = (await once(outgoing, 'response')) as [AsyncIterable<Buffer>]
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown
  }

  get #listening(): Line {
    const found = this.lines.find(({ msg }) => msg === 'listening')
    if (!found) throw new Error('it does not listen')
    return found
  }

  async #failed(message: string): Promise<never> {
    await this.ended
    throw new Error(`it ended before it said "${message}": ${JSON.stringify(this.lines)}`)
  }
}

/** A folder for the test, and the path of the authority in it. */
export function authorityIn(dir: string): { ca: string; args: readonly string[] } {
  const ca = join(dir, 'ca.pem')
  return { ca, args: [`--ca-out=${ca}`] }
}
