export interface Point {
  readonly x: number
  readonly y: number
}

/** A straight line through points, by least squares. */
export interface Slope {
  /** Of y, for each unit of x. */
  readonly slope: number
  /** Standard error of the slope; infinite where two points or fewer say nothing about it. */
  readonly error: number
}

/** @param points at two different x at least, else the slope is NaN */
export function slopeOf(points: readonly Point[]): Slope {
  const count = points.length
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / count
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)]
  const sum = (of: (dx: number, dy: number) => number) =>
    points.reduce((total, { x, y }) => total + of(x - meanX, y - meanY), 0)
  const squares = sum(dx => dx * dx)
  const slope = sum((dx, dy) => dx * dy) / squares
  if (count <= 2) return { slope, error: Infinity }
  const left = sum((dx, dy) => (dy - slope * dx) ** 2)
  return { slope, error: Math.sqrt(left / (count - 2) / squares) }
}

/**
 * Does it rise or fall more than its own scatter explains? Samples that follow each other are alike, so the error is a
 * little too small: three of it, not two.
 */
export function trendOf({ slope, error }: Slope): 'rising' | 'falling' | 'flat' {
  if (!(Math.abs(slope) > 3 * error)) return 'flat'
  return slope > 0 ? 'rising' : 'falling'
}
