/** The only clock that is needed here, so that tests can bring their own. */
export interface Timers {
  /** Runs something later, unless the function it returns is called before. */
  after(milliseconds: number, run: () => void): () => void
}

/** Keeps no process alive. */
export const realTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref()
    return () => {
      clearTimeout(timer)
    }
  },
}
