import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM'] as const

export type StopSignal = (typeof signals)[number]

/**
 * Waits for the signal to stop. The same one again ends the process at once, with the exit code that a shell gives to
 * such an end: somebody is in a hurry. By itself, since the kernel spares the first process of a container a signal that
 * it does not handle. The other one is no hurry: at Ctrl-C the terminal sends one, and whoever started us may send its own.
 */
export function stopSignal(): Promise<StopSignal> {
  return new Promise(resolve => {
    for (const signal of signals) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(128 + constants.signals[signal]))
        resolve(signal)
      })
    }
  })
}
