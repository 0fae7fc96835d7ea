import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Requests to send, one after the other on each connection, until either bound is reached. */
export interface Load {
  readonly url: string
  /** PEM of what to trust. */
  readonly authority: string
  readonly body: string
  /** The one right answer, byte for byte, where it is known; any other, and any status but 200, ends the run. */
  readonly expected: string | undefined
  readonly connections: number
  readonly requests: number
  readonly milliseconds: number
  readonly pods: Pods
}

/** Are all of one workload, so that the program has decided on their like, or is each of a workload of its own? */
export type Pods = 'alike' | 'each-another'

export interface LoadDone {
  readonly kind: 'done'
  readonly requests: number
  /** From sending to having the whole answer, in milliseconds. */
  readonly medianMs: number
  /** The last answer. */
  readonly answer: string
}

export type LoadReport = LoadDone | { readonly kind: 'failed'; readonly problem: string }

export interface LoadGenerator {
  /** One load at a time. Connections stay open for the next. */
  run(load: Load): Promise<LoadDone>
  stop(): void
}

/** Starts the generator in a process of its own, so that its work is not counted as the server's, nor waits for ours. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(fileURLToPath(new URL('load-generator.ts', import.meta.url)))
  return {
    async run(load) {
      const report = await new Promise<LoadReport>((resolve, reject) => {
        child.once('message', message => {
          resolve(message as LoadReport)
        })
        child.once('exit', code => {
          reject(new Error(`the load generator ended (exit code ${code ?? 'none'})`))
        })
        child.send(load)
      })
      child.removeAllListeners()
      if (report.kind === 'failed') throw new Error(report.problem)
      return report
    },
    stop: () => void child.kill(),
  }
}
