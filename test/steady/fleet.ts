import { setTimeout } from 'node:timers/promises'
import { keptProcesses, type KeptProcesses } from '../cluster/kept-processes.ts'
import { Relay } from './relay.ts'
import { startReplica, type Replica, type ReplicaCall } from './replica.ts'

export type FleetCall = Omit<ReplicaCall, 'name'>

const heardLateMs = 1_000

/**
 * The replicas of one site, and the relay in front of them. They end with this process at the latest, however it ends.
 */
export class Fleet {
  readonly relay: Relay
  readonly #kept: KeptProcesses
  readonly #folder: string
  readonly #replicas: Replica[] = []
  readonly #leaving = new Set<string>()
  #started = 0

  /** @param folder of its own, for the logs; it is removed in the end */
  static async open(folder: string): Promise<Fleet> {
    return new Fleet(folder, await Relay.open())
  }

  private constructor(folder: string, relay: Relay) {
    this.relay = relay
    this.#folder = folder
    this.#kept = keptProcesses(folder)
  }

  /** Where the API server is to call. */
  get url(): string {
    return `https://127.0.0.1:${this.relay.port}/mutate/pods`
  }

  /** Those that are running, the oldest first. */
  get replicas(): readonly Replica[] {
    return this.#replicas
  }

  /** Starts one more; the relay sends it connections as soon as it is ready. */
  async start(call: FleetCall): Promise<Replica> {
    const replica = await startReplica(this.#kept, this.#folder, { ...call, name: `replica-${++this.#started}` })
    this.#replicas.push(replica)
    void replica.exited.then(() => {
      this.#replicas.splice(this.#replicas.indexOf(replica), 1)
      this.relay.remove(replica.name)
    })
    const { name, port } = replica
    await this.relay.add({ name, port, isReady: async () => this.#leaving.has(name) || replica.isReady() })
    return replica
  }

  /** Starts one more and returns when connections go to it. */
  async startReady(call: FleetCall): Promise<Replica> {
    const replica = await this.start(call)
    await replica.untilReady()
    await this.relay.look()
    return replica
  }

  /**
   * As a rolling update does it: SIGTERM, and new connections still go there for a second, since nodes hear of it late.
   * Resolves when it is gone.
   */
  async retire(replica: Replica): Promise<void> {
    this.#leaving.add(replica.name)
    const gone = replica.stop('SIGTERM')
    await Promise.race([gone, setTimeout(heardLateMs)])
    this.relay.remove(replica.name)
    await gone
  }

  /** The last lines of every replica's log. */
  logTails(): string {
    return this.#kept.logTails()
  }

  async close(): Promise<void> {
    await this.relay.close()
    await this.#kept.end()
  }
}
