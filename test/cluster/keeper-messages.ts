export type Order =
  | {
      readonly kind: 'start'
      readonly name: string
      readonly command: string
      readonly args: readonly string[]
      readonly env: NodeJS.ProcessEnv
      /** The file that takes what the program prints; appended to. Without one it is printed. */
      readonly log?: string
    }
  | { readonly kind: 'signal'; readonly name: string; readonly signal: NodeJS.Signals }

export type Report =
  | { readonly kind: 'started'; readonly name: string; readonly pid: number }
  /** `how` is a signal, an exit code or why it could not start. */
  | { readonly kind: 'exited'; readonly name: string; readonly how: string }

/** Both ends are this code, so the kind alone decides. */
export function isOrder(message: unknown): message is Order {
  return isOfKind(message, ['start', 'signal'])
}

export function isReport(message: unknown): message is Report {
  return isOfKind(message, ['started', 'exited'])
}

function isOfKind(message: unknown, kinds: readonly string[]): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && kinds.includes(String(message.kind))
}
