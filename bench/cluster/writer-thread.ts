// The thread that creates pods. What a main thread has to do besides, such as to relay connections, must not wait for it.
import { parentPort } from 'node:worker_threads'
import { fullSpeed } from './full-speed.ts'
import { steadyRate } from './steady-rate.ts'
import type { Load, LoadReport } from './writers.ts'

parentPort?.on('message', (load: Load) => {
  void create(load).then(report => parentPort?.postMessage(report))
})

async function create({ facts, rate, ...call }: Load): Promise<LoadReport> {
  try {
    const perSecond = await (rate === undefined ? fullSpeed(facts, call) : steadyRate(facts, { ...call, rate }))
    return { kind: 'done', perSecond }
  } catch (error) {
    return { kind: 'failed', problem: error instanceof Error ? error.message : String(error) }
  }
}
