import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import type { ApiServerFacts } from '../cluster/api-request.ts'
import { createPod, type Outcome } from './create-pod.ts'
import { podKinds, type PodKind } from './pod-kinds.ts'

export interface Creation extends Outcome {
  /** When it was due, on the clock of `performance.now()`. */
  readonly due: number
  /** Milliseconds from then to the answer: waiting for a free connection counts. */
  readonly took: number
}

export interface PodWritersOptions {
  readonly facts: ApiServerFacts
  readonly namespace: string
  /** Creations a second, of all writers together. */
  readonly rate: number
  /** Connections, each with at most one creation under way. Default 16. */
  readonly writers?: number
  /** Default: all of `podKinds` in turn. */
  readonly kinds?: readonly PodKind[]
  /** Nothing is stored, and the webhook is called all the same. */
  readonly dryRun?: boolean
  /** How the names begin, apart from those of other writers. Default `steady`. */
  readonly prefix?: string
}

const tickMs = 5

/**
 * Creates labelled pods at a fixed rate, whether or not the API server keeps up with it, over connections that are kept
 * alive.
 */
export class PodWriters {
  /** Those that have been answered, in the order of their answers. Empty it where a run is long. */
  readonly creations: Creation[] = []
  readonly #options: PodWritersOptions
  readonly #agent: Agent
  readonly #underWay = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #begun = 0
  #count = 0

  constructor(options: PodWritersOptions) {
    this.#options = options
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: options.writers ?? 16,
      scheduling: 'fifo',
      ca: readFileSync(options.facts.caFile),
    })
  }

  start(): void {
    this.#begun = performance.now()
    const interval = 1000 / this.#options.rate
    this.#timer = setInterval(() => {
      for (;;) {
        const due = this.#begun + this.#count * interval
        if (due > performance.now()) return
        this.#create(due)
      }
    }, tickMs)
  }

  /** Resolves when all that are under way now have been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay)
  }

  /** Begins no more; resolves when all have been answered. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.settled()
    this.#agent.destroy()
  }

  #create(due: number): void {
    const { facts, namespace, kinds = podKinds, prefix = 'steady', dryRun = false } = this.#options
    const count = this.#count++
    const kind = kinds[count % kinds.length]
    if (!kind) throw new Error('there is no kind of pod to create')
    const call = { facts, agent: this.#agent, namespace, name: `${prefix}-${count}`, kind, dryRun }
    const creation = createPod(call).then(outcome => {
      this.creations.push({ due, took: performance.now() - due, ...outcome })
      this.#underWay.delete(creation)
    })
    this.#underWay.add(creation)
  }
}
