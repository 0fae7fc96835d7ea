import type { Point } from './slope.ts'

export interface Line {
  readonly name: string
  readonly points: readonly Point[]
}

export interface LineChart {
  readonly title: string
  readonly xTitle: string
  readonly lines: readonly Line[]
}

const [width, height, left, right, top, bottom] = [760, 320, 60, 150, 44, 44] as const
const palette = ['#4078c0', '#b35900', '#2e7d32', '#8e24aa', '#c62828', '#00695c'] as const
const ticks = 5

/** Lines over one pair of scales, both from 0, as an SVG that stands alone. */
export function lineChart({ title, xTitle, lines }: LineChart): string {
  const all = lines.flatMap(({ points }) => points)
  // Something, where there is no point yet.
  const [maxX, maxY] = [Math.max(1e-3, ...all.map(({ x }) => x)), roundUp(Math.max(1, ...all.map(({ y }) => y)))]
  const x = (value: number) => left + (value / maxX) * (width - left - right)
  const y = (value: number) => height - bottom - (value / maxY) * (height - top - bottom)
  const scale = Array.from({ length: ticks + 1 }, (_, tick) => tick / ticks).flatMap(share => [
    `<line x1="${left}" x2="${width - right}" y1="${y(share * maxY).toFixed(1)}" y2="${y(share * maxY).toFixed(1)}" stroke="#d0d7de"/>`,
    text(left - 8, y(share * maxY) + 4, tickText(share * maxY, maxY), 'end'),
    text(x(share * maxX), height - bottom + 18, tickText(share * maxX, maxX), 'middle'),
  ])
  const drawn = lines.flatMap(({ name, points }, index) => {
    const colour = palette[index % palette.length] ?? palette[0]
    const path = points.map(point => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ')
    const key = top + 14 + index * 20
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
      `<line x1="${width - right + 12}" x2="${width - right + 30}" y1="${key}" y2="${key}" stroke="${colour}" stroke-width="3"/>`,
      text(width - right + 36, key + 4, name),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(left, 22, title),
    text((left + width - right) / 2, height - 8, xTitle, 'middle'),
    ...scale,
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

/** To the next 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5].find(step => step * power >= value) ?? 10) * power
}

function tickText(value: number, largest: number): string {
  return value.toFixed(largest < 1 ? 2 : largest < 10 ? 1 : 0)
}

function text(x: number, y: number, content: string, anchor = 'start'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="#24292f" text-anchor="${anchor}">${escaped(content)}</text>`
}

function escaped(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
