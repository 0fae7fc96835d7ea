/** What a scrape says: the metrics by name, and the value of each series as Prometheus writes it. */
export interface Scraped {
  readonly types: ReadonlyMap<string, string>
  readonly series: ReadonlyMap<string, number>
}

export function readScrape(text: string): Scraped {
  const types = new Map<string, string>()
  const series = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, type] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? []
    if (name !== undefined && type !== undefined) types.set(name, type)
    const [, key, value] = /^([^#].*) (\S+)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) series.set(key, Number(value))
  }
  return { types, series }
}

/** The values that a label has anywhere. */
export function labelValues({ series }: Scraped, label: string): readonly string[] {
  const values = [...series.keys()].flatMap(key => {
    const [, value] = new RegExp(`[{,]${label}="([^"]*)"`).exec(key) ?? []
    return value === undefined ? [] : [value]
  })
  return [...new Set(values)].toSorted()
}
