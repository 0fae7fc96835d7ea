import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../cluster/until.ts'
import type { FleetCall } from '../steady/fleet.ts'
import type { Fault } from './fault.ts'

const hour = 3_600
/** Where Debian has it; LIBFAKETIME names another place. */
const library = process.env['LIBFAKETIME'] ?? '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'
const withLibrary = existsSync(library)

export const clockOff: Fault = {
  name: 'clock an hour off',
  happens: `two replicas, one with a clock an hour fast and one an hour slow (${withLibrary ? 'libfaketime' : 'Date shifted by a module of the test, not the clock of the system'}), take the place of all others`,
  async inject({ fleet, call, replicas, site }) {
    const before = [...fleet.replicas]
    const wrong = [await fleet.startReady(shifted(call, hour)), await fleet.startReady(shifted(call, -hour))]
    await Promise.all(before.map(one => fleet.retire(one)))
    const counts = () => Promise.all(wrong.map(one => one.metric('bond_injector_admissions_total')))
    // The API server opens few connections, which all may have come to one of them; none gets older than 38 s.
    const bothAsked = async () => {
      const each = await counts()
      return each.every(count => count > 0) && each
    }
    const admitted = await until(`both were asked, at ${site.webhook}`, bothAsked, { every: 500 })
    for (let more = 0; more < replicas; more++) await fleet.startReady(call)
    await Promise.all(wrong.map(one => fleet.retire(one)))
    return { notes: [`the fast one answered ${admitted[0] ?? 0} admissions, the slow one ${admitted[1] ?? 0}`] }
  },
}

function shifted(call: FleetCall, seconds: number): FleetCall {
  if (!withLibrary) {
    const nodeArguments = [`--import=${join(import.meta.dirname, 'shifted-clock.ts')}`]
    return { ...call, nodeArguments, environment: { SHIFT_SECONDS: String(seconds) } }
  }
  const sign = seconds < 0 ? '' : '+'
  return {
    ...call,
    environment: { LD_PRELOAD: library, FAKETIME: `${sign}${seconds}s`, FAKETIME_DONT_FAKE_MONOTONIC: '1' },
  }
}
