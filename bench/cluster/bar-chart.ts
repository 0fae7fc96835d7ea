export interface Bar {
  readonly label: string
  readonly value: number
  /** Of the rounds, drawn as a thin line. */
  readonly lowest: number
  readonly highest: number
}

export interface BarGroup {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Drawn as a dashed line. */
  readonly limit?: number
}

const [width, left, right, line, gap] = [760, 240, 70, 22, 46] as const
const colours = { text: '#24292f', bar: '#4078c0', spread: '#24292f', limit: '#b35900', paper: '#ffffff' } as const

/** Horizontal bars, each group with a scale of its own, as an SVG that stands alone. */
export function barChart(title: string, groups: readonly BarGroup[]): string {
  const parts: string[] = []
  let y = 40
  for (const group of groups) {
    parts.push(text(16, y, group.title, 'font-weight="bold"'))
    parts.push(...barsOf(group, y + 12))
    y += 12 + group.bars.length * line + gap
  }
  const summary = groups.map(({ title, bars }) => `${title}: ${bars.map(barText).join('; ')}`).join('. ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(summary)}</desc>`,
    `<rect width="${width}" height="${y}" fill="${colours.paper}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function barsOf({ bars, limit }: BarGroup, top: number): string[] {
  const longest = Math.max(limit ?? 0, ...bars.map(({ highest }) => highest))
  const x = (value: number) => left + (value / longest) * (width - left - right)
  const drawn = bars.flatMap((bar, index) => {
    const y = top + index * line
    const middle = y + line / 2
    return [
      text(left - 8, middle + 4, bar.label, 'text-anchor="end"'),
      `<rect x="${left}" y="${y + 4}" width="${(x(bar.value) - left).toFixed(1)}" height="${line - 8}" fill="${colours.bar}"/>`,
      stroke([x(bar.lowest), middle], [x(bar.highest), middle], colours.spread),
      text(x(Math.max(bar.value, bar.highest)) + 6, middle + 4, short(bar.value)),
    ]
  })
  if (limit === undefined) return drawn
  const dashed = stroke([x(limit), top], [x(limit), top + bars.length * line], colours.limit, 'stroke-dasharray="4 3"')
  return [...drawn, dashed]
}

type Point = readonly [number, number]

function stroke([x1, y1]: Point, [x2, y2]: Point, colour: string, more = ''): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1}" x2="${x2.toFixed(1)}" y2="${y2}" stroke="${colour}" ${more}/>`
}

function text(x: number, y: number, content: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y}" fill="${colours.text}" ${more}>${escaped(content)}</text>`
}

function barText({ label, value }: Bar): string {
  return `${label} ${short(value)}`
}

function short(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0)
}

function escaped(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
