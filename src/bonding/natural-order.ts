/**
 * Orders names as people read them: runs of digits by their value (`vf2` before `vf10`), all else by code units.
 * A total order: 0 only for equal texts, so `net01` and `net1` have a fixed order, too.
 */
export function compareNatural(a: string, b: string): number {
  let left = 0
  let right = 0
  while (left < a.length && right < b.length) {
    const leftDigits = digitsAt(a, left)
    const rightDigits = digitsAt(b, right)
    const order =
      leftDigits > 0 && rightDigits > 0
        ? compareNumbers(a.slice(left, left + leftDigits), b.slice(right, right + rightDigits))
        : a.charCodeAt(left) - b.charCodeAt(right)
    if (order !== 0) return order
    left += Math.max(leftDigits, 1)
    right += Math.max(rightDigits, 1)
  }
  return a.length - left - (b.length - right) || compareUnits(a, b)
}

function digitsAt(text: string, start: number): number {
  let end = start
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end - start
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** By length first: a name may hold more digits than a double can count. */
function compareNumbers(a: string, b: string): number {
  const left = a.replace(/^0+/, '')
  const right = b.replace(/^0+/, '')
  return left.length - right.length || compareUnits(left, right)
}

function compareUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
