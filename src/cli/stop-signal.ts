const signals = ['SIGINT', 'SIGTERM'] as const

export type StopSignal = (typeof signals)[number]

/**
 * Waits for the signal to stop. The same one again ends the process as it would without us: somebody is in a hurry.
 * The other one is no hurry: at Ctrl-C the terminal sends one, and whoever started us may send its own.
 */
export function stopSignal(): Promise<StopSignal> {
  return new Promise(resolve => {
    for (const signal of signals) {
      process.once(signal, () => {
        resolve(signal)
      })
    }
  })
}
