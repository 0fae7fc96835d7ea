// Imported by a replica that is to run out of memory: it leaks from SIGUSR2 on, until V8 gives up.
const kept: unknown[] = []

process.on('SIGUSR2', () => {
  setInterval(() => {
    // Many small objects, as a leak has them: a large array of its own would be one allocation that fails.
    for (let at = 0; at < 100_000; at++) kept.push({ at })
  }, 1)
})
