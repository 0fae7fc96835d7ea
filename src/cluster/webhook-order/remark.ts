import type { Trouble } from '../check/answer.ts'

/** What is said about another webhook, or about several. */
export type Remark =
  | { readonly kind: 'fine'; readonly fact: string }
  /** It depends on what cannot be seen. */
  | ({ readonly kind: 'doubtful' } & Trouble)
  /** Labelled pods will not work. */
  | ({ readonly kind: 'broken' } & Trouble)

/** Where another webhook stands, and what there is beside it. */
export interface Situation {
  /** Of its configuration. */
  readonly configuration: string
  /** Against us; `twice`: before us, and again when somebody has changed the pod since. */
  readonly called: 'before' | 'twice' | 'after'
  /** Its matchConditions may leave pods out. */
  readonly hasConditions: boolean
  readonly devices: 'add' | 'leave'
  /** A webhook that is called after us may add devices, for all that is known of it. */
  readonly isHelped: boolean
}

export function fine(fact: string): Remark {
  return { kind: 'fine', fact }
}

export function doubtful(problem: string, fix: string): Remark {
  return { kind: 'doubtful', problem, fix }
}

export function broken(problem: string, fix: string): Remark {
  return { kind: 'broken', problem, fix }
}
