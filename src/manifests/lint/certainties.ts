import type { Certainty } from '../../bonding/finding.ts'

const ranks: Readonly<Record<Certainty, number>> = {
  'refused-at-load': 0,
  'refused-at-add': 1,
  kernel: 2,
  kubernetes: 3,
  'silently-defeated': 4,
  documented: 5,
  advice: 6,
}

/** Every certainty there is, the most certain first. */
export const certainties: readonly Certainty[] = [
  'refused-at-load',
  'refused-at-add',
  'kernel',
  'kubernetes',
  'silently-defeated',
  'documented',
  'advice',
]

export function isAtLeast(certainty: Certainty, least: Certainty): boolean {
  return ranks[certainty] <= ranks[least]
}
