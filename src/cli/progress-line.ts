import type { Output } from './command.ts'

/** Milliseconds until it appears: who is done by then sees nothing flicker. */
const patience = 1000
/** Milliseconds between two changes: writing to a terminal takes time itself. */
const pause = 100

/** Back to the first column, and everything from there on gone. */
const blank = '\r\u001b[K'

/** One line at the end of a terminal that says how far a command is. It must be erased before anything else is written. */
export interface ProgressLine {
  readonly show: (doing: string, done: number, of: number) => void
  readonly erase: () => void
}

/**
 * Where standard error is no terminal, nothing is ever shown.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function progressLine(
  { stderr, terminal = false }: Pick<Output, 'stderr' | 'terminal'>,
  now: () => number = () => performance.now(),
): ProgressLine {
  if (!terminal) return { show: () => undefined, erase: () => undefined }
  let [next, shown] = [now() + patience, false]
  return {
    show(doing, done, of) {
      const time = now()
      if (time < next) return
      next = time + pause
      shown = true
      stderr(`${blank}${doing}: ${done} of ${of}`)
    },
    erase() {
      if (shown) stderr(blank)
      shown = false
    },
  }
}
