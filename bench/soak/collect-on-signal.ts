// Imported by a replica that runs with --expose-gc: at SIGUSR2 it collects garbage and says what is left, as a line of
// its log.
process.on('SIGUSR2', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  console.log(JSON.stringify({ msg: 'collected', heapUsed, external }))
})
