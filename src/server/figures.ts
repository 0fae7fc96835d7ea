import { Counter, Gauge, type Registry } from 'prom-client'

/** A number that is known anyhow, and read when somebody scrapes. undefined: there is none now. */
export type Figure =
  | { readonly name: string; readonly help: string; readonly read: () => number | undefined }
  /** Several, told apart by one label. */
  | {
      readonly name: string
      readonly help: string
      readonly label: string
      readonly read: () => ReadonlyMap<string, number>
    }

/** Those whose name ends in `_total` only ever grow, and are counters. */
export function exposeFigures(registry: Registry, figures: readonly Figure[]): void {
  for (const figure of figures) {
    const { name, help } = figure
    const options = { name, help, labelNames: 'label' in figure ? [figure.label] : [], registers: [registry] }
    if (name.endsWith('_total')) {
      const counter: Counter = new Counter({
        ...options,
        collect() {
          forget(counter, figure)
          for (const [labels, value] of samplesOf(figure)) counter.inc(labels, value)
        },
      })
    } else {
      const gauge: Gauge = new Gauge({
        ...options,
        collect() {
          forget(gauge, figure)
          for (const [labels, value] of samplesOf(figure)) gauge.set(labels, value)
        },
      })
    }
  }
}

/** prom-client adds to what it has; and where there is no label, its `reset` leaves a zero. */
function forget(metric: Counter | Gauge, figure: Figure): void {
  if ('label' in figure) metric.reset()
  else metric.remove()
}

function samplesOf(figure: Figure): readonly (readonly [labels: Record<string, string>, value: number])[] {
  if ('label' in figure) return [...figure.read()].map(([value, number]) => [{ [figure.label]: value }, number])
  const number = figure.read()
  return number === undefined ? [] : [[{}, number]]
}
