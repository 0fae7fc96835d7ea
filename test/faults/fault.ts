import type { ControlPlane } from '../cluster/control-plane.ts'
import type { Creation, PodWriters } from '../steady/pod-writers.ts'
import type { Fleet, FleetCall } from '../steady/fleet.ts'
import type { Relay } from '../steady/relay.ts'
import type { Site } from '../steady/site.ts'

/** What a fault happens to: ready replicas behind a relay, under steady load. */
export interface Scene {
  readonly plane: ControlPlane
  readonly site: Site
  readonly fleet: Fleet
  /** Between the replicas and the API server; `apiServer` is the name of its only end. */
  readonly detour: Relay
  /** How every replica is started. */
  readonly call: FleetCall
  /** How many there are between two faults. */
  readonly replicas: number
  /** The steady load, which is counted. */
  readonly writers: PodWriters
}

export const apiServer = 'kube-apiserver'

/** What is known when the fault is over. */
export interface Aftermath {
  /** Sentences for the report, without a full stop: how long something took, what really happened. */
  readonly notes?: readonly string[]
  /** How many of the failed creations the target lets pass. Default: none. */
  readonly excused?: (failed: readonly Creation[]) => number
  /** Of further writers that the fault brought, to be counted with the others. */
  readonly creations?: readonly Creation[]
}

export interface Fault {
  readonly name: string
  /** One sentence for the report. */
  readonly happens: string
  /** What the target lets fail, in a few words. Default: nothing. */
  readonly mayFail?: string
  /** The API server itself is away for a while: creations that do not reach it are none of the webhook's. */
  readonly apiServerAway?: boolean
  /** Before the window is opened. */
  prepare?(scene: Scene): Promise<void>
  /** Resolves when all that the fault brings is over: then the window may be closed. Rejects where it did not happen. */
  inject(scene: Scene): Promise<Aftermath>
  /** Behind the window. Missing replicas are replaced without it. */
  tidyUp?(scene: Scene): Promise<void>
}
