import { Registry } from 'prom-client'
import { AdmissionMetrics } from './admission-metrics.ts'
import { certificateFigures } from './certificate-figures.ts'
import { EventLoop } from './event-loop.ts'
import { exposeFigures } from './figures.ts'
import type { MetricsOptions } from './metrics-options.ts'
import { networkFigures } from './network-figures.ts'
import { processFigures } from './process-figures.ts'
import { conditionFigures, connectionFigures } from './server-figures.ts'

/** The 99th percentile of the event loop's delay from which on it is worth telling. */
const busyMs = 100

/** All that `/metrics` tells, in a registry of its own. */
export class Metrics {
  readonly admissions: AdmissionMetrics
  readonly #registry = new Registry()
  readonly #eventLoop = new EventLoop()

  constructor({ version, served, connections, readiness, source }: MetricsOptions) {
    this.admissions = new AdmissionMetrics(this.#registry)
    exposeFigures(this.#registry, [
      ...conditionFigures(readiness),
      ...connectionFigures(connections),
      ...certificateFigures(served, source.authorityNotAfter),
      ...(source.networks ? networkFigures(source.networks) : []),
      ...processFigures(this.#eventLoop, version),
    ])
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** How busy this process is, for a person. */
  get load(): string {
    const late = Math.round(this.#eventLoop.delay.p99 * 1000)
    return late < busyMs
      ? 'admissions are answered'
      : `admissions are answered, but this process is busy: ${late} ms late`
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }

  stop(): void {
    this.#eventLoop.stop()
  }
}
