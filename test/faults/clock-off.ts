import { existsSync } from 'node:fs'
import { join } from 'node:path'
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
    for (let more = 0; more < replicas; more++) await fleet.startReady(call)
    const admitted = await Promise.all(wrong.map(one => one.metric('bond_injector_admissions_total')))
    await Promise.all(wrong.map(one => fleet.retire(one)))
    if (admitted.every(count => count === 0)) throw new Error(`none of them was asked, at ${site.webhook}`)
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
