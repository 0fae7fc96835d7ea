/** Time, passed in so that tests need not wait for it. */
export interface Clock {
  now(): Date
  /** Runs again and again, without keeping the process alive; the answer stops it. */
  every(milliseconds: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds)
    timer.unref()
    return () => {
      clearInterval(timer)
    }
  },
}
