/** One fact that must hold before pods are sent here, e.g. `certificate: valid until ...`. */
export interface Condition {
  readonly name: string
  readonly ok: boolean
  readonly message: string
}

/** Looks now: a condition can change at any time. */
export type Readiness = () => readonly Condition[]
