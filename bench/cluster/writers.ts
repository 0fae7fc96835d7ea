import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ApiServerFacts } from '../../test/cluster/api-request.ts'
import type { PodKind } from '../../test/steady/pod-kinds.ts'

export interface Load {
  readonly facts: ApiServerFacts
  readonly namespace: string
  readonly pod: PodKind
  readonly seconds: number
  /** Creations a second. undefined: as fast as they are answered. */
  readonly rate: number | undefined
}

export type LoadReport =
  { readonly kind: 'done'; readonly perSecond: number } | { readonly kind: 'failed'; readonly problem: string }

/** Creates pods in a thread of its own, one load at a time. */
export interface Writers {
  /** Creations per second. Rejects where one of them was not right. */
  create(load: Load): Promise<number>
  stop(): Promise<void>
}

export function startWriters(): Writers {
  const worker = new Worker(new URL('writer-thread.ts', import.meta.url))
  return {
    async create({ facts: { server, caFile, token }, ...load }) {
      const answered = once(worker, 'message')
      worker.postMessage({ ...load, facts: { server, caFile, token } })
      const [report] = (await answered) as [LoadReport]
      if (report.kind === 'failed') throw new Error(report.problem)
      return report.perSecond
    },
    async stop() {
      await worker.terminate()
    },
  }
}
