/** The same everywhere, so that scripts can tell them apart. */
export const exitCode = {
  /** Warnings included. */
  fine: 0,
  /** An error finding or a refusal. */
  refused: 1,
  /** Wrong use, or anything that cannot be read. */
  wrongUse: 2,
  /** A defect of this program. */
  defect: 3,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
