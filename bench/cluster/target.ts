/** A lower limit, and whether the figure keeps to it. What could not be measured does not. */
export function atLeast(value: number, limit: number, digits: number): string {
  return `>= ${limit.toFixed(digits)} ${value >= limit ? 'met' : 'missed'}`
}

/** The same for an upper one. */
export function atMost(value: number, limit: number, digits: number): string {
  return `<= ${limit.toFixed(digits)} ${value <= limit ? 'met' : 'missed'}`
}
