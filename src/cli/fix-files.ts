import type { FixedFile } from '../manifests/fix/fix-manifests.ts'
import { fileProblem, type ManifestProblem } from '../manifests/manifest-problem.ts'
import { writeFixed } from './fix-write.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Writes files, one behind the other. A signal to stop waits for the one that is being written. */
export async function writeFixedFiles(files: readonly FixedFile[]): Promise<readonly ManifestProblem[]> {
  const problems: ManifestProblem[] = []
  const stop = new AbortController()
  const onSignal = (signal: NodeJS.Signals) => {
    stop.abort(signal)
  }
  for (const signal of signals) process.on(signal, onSignal)
  for (const file of files) {
    const problem = stop.signal.aborted ? stopped(file) : await writeFixed(file)
    if (problem) problems.push(problem)
  }
  for (const signal of signals) process.off(signal, onSignal)
  // Ends as it would have without us.
  if (stop.signal.aborted) process.kill(process.pid, String(stop.signal.reason))
  return problems
}

function stopped({ file }: FixedFile): ManifestProblem {
  return fileProblem(file, 'unreadable', 'the fixes were not written: the program was stopped', 'Run it again')
}
