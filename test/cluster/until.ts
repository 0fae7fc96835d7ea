import { setTimeout } from 'node:timers/promises'

export interface Patience {
  /** Milliseconds; default 60,000: it ends a wait that will never succeed and is no measure of speed. */
  readonly within?: number
  /** Milliseconds between two looks; default 50. */
  readonly every?: number
  /** Ends the wait early, with the signal's reason. */
  readonly signal?: AbortSignal
  /** Says what is known so far when the time is over. */
  readonly explain?: () => string
}

/** Looks until there is an answer other than undefined or false. Throws, naming `what`, when the time is over. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  patience: Patience = {},
): Promise<T> {
  const { within = 60_000, every = 50, signal, explain = () => '' } = patience
  const deadline = Date.now() + within
  for (;;) {
    signal?.throwIfAborted()
    const answer = await look()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`not within ${within} ms: ${what}\n${explain()}`)
    await setTimeout(every)
  }
}
