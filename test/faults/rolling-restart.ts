import type { Fault } from './fault.ts'

export const rollingRestart: Fault = {
  name: 'rolling restart',
  happens:
    'each replica in turn: a new one becomes ready, the old one gets SIGTERM and is still sent new connections for a second',
  async inject({ fleet, call }) {
    const begin = performance.now()
    const ends: string[] = []
    for (const old of [...fleet.replicas]) {
      await fleet.startReady(call)
      await fleet.retire(old)
      ends.push(await old.exited)
    }
    const seconds = ((performance.now() - begin) / 1000).toFixed(0)
    const bad = ends.filter(how => how !== 'exit code 0')
    if (bad.length > 0) throw new Error(`ended otherwise than with 0: ${bad.join(', ')}`)
    return { notes: [`${ends.length} replicas in ${seconds} s, each ended with 0`] }
  },
}
