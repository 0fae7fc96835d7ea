/** The links of the chain, in the order in which a pod passes them; at the end what stands around it. */
export type Topic = 'dry run' | 'registration' | 'service' | 'call' | 'injection' | 'refusal' | 'order'

/** What is wrong, and what to do about it: two sentences without their full stops. */
export interface Trouble {
  readonly problem: string
  readonly fix: string
}

/** The answer to one question about an installation. */
export type Answer =
  | { readonly kind: 'ok'; readonly topic: Topic; readonly fact: string }
  | ({ readonly kind: 'failed'; readonly topic: Topic } & Trouble)
  /** It depends on what cannot be seen; no failure. */
  | ({ readonly kind: 'doubtful'; readonly topic: Topic } & Trouble)
  /** It cannot be told: what it takes could not be read, or something before it is broken. */
  | { readonly kind: 'untold'; readonly topic: Topic; readonly reason: string }

export function ok(topic: Topic, fact: string): Answer {
  return { kind: 'ok', topic, fact }
}

export function failed(topic: Topic, { problem, fix }: Trouble): Answer {
  return { kind: 'failed', topic, problem, fix }
}

export function doubtful(topic: Topic, { problem, fix }: Trouble): Answer {
  return { kind: 'doubtful', topic, problem, fix }
}

export function untold(topic: Topic, reason: string): Answer {
  return { kind: 'untold', topic, reason }
}
