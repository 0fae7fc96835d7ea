import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How long timers were late, in seconds, within the last whole window. */
export interface EventLoopDelay {
  readonly median: number
  readonly p99: number
  readonly longest: number
}

const windowMs = 10_000
/** How often the delay is sampled; what was shorter than this is not seen. */
const resolution = 10

/**
 * Watches how long whatever is ready has to wait for its turn. Windows of ten seconds, so that any number of scrapers
 * see the same figures, and none of them clears those of another.
 */
export class EventLoop {
  readonly #histogram = monitorEventLoopDelay({ resolution })
  readonly #timer
  #delay: EventLoopDelay = { median: 0, p99: 0, longest: 0 }

  constructor() {
    this.#histogram.enable()
    this.#timer = setInterval(() => {
      this.turn()
    }, windowMs)
    this.#timer.unref()
  }

  get delay(): EventLoopDelay {
    return this.#delay
  }

  /** The window is over. */
  turn(): void {
    const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1000)
    const histogram = this.#histogram
    this.#delay = {
      median: seconds(histogram.percentile(50)),
      p99: seconds(histogram.percentile(99)),
      longest: seconds(histogram.max),
    }
    histogram.reset()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#histogram.disable()
  }
}
