// The process that asks. It takes a Load as a message and answers with a LoadReport; it ends with its parent.
import { workloadMark } from './admission-review.ts'
import { LoadConnection, requestBytes } from './load-connection.ts'
import type { Load, LoadReport } from './load.ts'
import { median } from './statistics.ts'

const opened = new Map<string, readonly LoadConnection[]>()

process.on('message', load => {
  void run(load as Load).then(report => process.send?.(report))
})
process.once('disconnect', () => process.exit())

async function run(load: Load): Promise<LoadReport> {
  try {
    const connections = await connectionsTo(load)
    const stopAt = performance.now() + load.milliseconds
    const request = requestBytes(load.url, load.body)
    const next = load.pods === 'alike' ? () => request : () => ofNextWorkload(request)
    const durations: number[] = []
    let [started, answer] = [0, '']
    const keepAsking = async (connection: LoadConnection) => {
      while (started < load.requests && performance.now() < stopAt) {
        started++
        const start = performance.now()
        answer = await ask(connection, next(), load)
        durations.push(performance.now() - start)
      }
    }
    await Promise.all(connections.map(keepAsking))
    return { kind: 'done', requests: durations.length, medianMs: median(durations), answer }
  } catch (error) {
    return { kind: 'failed', problem: `${load.url}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

let workloads = 0

/** The same request for a pod of a workload that was never before. */
function ofNextWorkload(request: Buffer): Buffer {
  const hash = String(workloads++).padStart(9, '0')
  const copy = Buffer.from(request)
  copy.write(hash, request.indexOf(workloadMark) + workloadMark.length - hash.length - 1)
  return copy
}

async function ask(connection: LoadConnection, request: Buffer, { expected }: Load): Promise<string> {
  const { status, body } = await connection.ask(request)
  if (status !== 200) throw new Error(`answered ${status}: ${body}`)
  if (expected !== undefined && body !== expected) throw new Error(`a wrong answer: ${body}\ninstead of ${expected}`)
  return body
}

async function connectionsTo({ url, authority, connections }: Load): Promise<readonly LoadConnection[]> {
  const known = opened.get(url) ?? []
  const missing = Array.from({ length: Math.max(0, connections - known.length) }, () =>
    LoadConnection.open(url, authority),
  )
  const all = [...known, ...(await Promise.all(missing))]
  opened.set(url, all)
  return all.slice(0, connections)
}
