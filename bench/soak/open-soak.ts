import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startControlPlane } from '../../test/cluster/control-plane.ts'
import type { Binaries } from '../../test/cluster/binaries.ts'
import { until } from '../../test/cluster/until.ts'
import { apiServer, type Scene } from '../../test/faults/fault.ts'
import { Fleet } from '../../test/steady/fleet.ts'
import { PodWriters } from '../../test/steady/pod-writers.ts'
import { Relay } from '../../test/steady/relay.ts'
import { createSite } from '../../test/steady/site.ts'
import { openCutWire, type CutWire } from './cut-wire.ts'
import { sampledArguments } from './sample.ts'

export interface SoakCall {
  readonly binaries: Binaries
  readonly program: string
  readonly replicas: number
  /** Creations a second. */
  readonly rate: number
}

/** The replicas reach the API server over the wire and the relay behind it. */
export interface SoakScene extends Scene {
  readonly wire: CutWire
}

export interface OpenSoak {
  readonly scene: SoakScene
  close(): Promise<void>
}

const namespace = 'soak'
/** Returns when pods are admitted. They are created as dry runs: nothing is stored, so that the API server may run for days. */
export async function openSoak({ binaries, program, replicas, rate }: SoakCall): Promise<OpenSoak> {
  const plane = await startControlPlane({ binaries })
  const detour = await Relay.open()
  const port = Number(new URL(plane.server).port)
  await detour.add({ name: apiServer, port, isReady: () => Promise.resolve(true) })
  const wire = await openCutWire(detour.port)
  const fleet = await Fleet.open(mkdtempSync(join(tmpdir(), 'bond-injector-soak-')))
  const site = await createSite(plane, { namespace, url: fleet.url, apiServer: `https://127.0.0.1:${wire.port}` })
  const call = { flags: site.flags, program, nodeArguments: sampledArguments }
  for (let count = 0; count < replicas; count++) await fleet.startReady(call)
  const writers = new PodWriters({ facts: plane, namespace, rate, dryRun: true })
  writers.start()
  await until('pods are admitted', () => Promise.resolve(writers.creations.at(-1)?.fate === 'right'))
  writers.creations.length = 0
  return {
    scene: { plane, site, fleet, detour, wire, call, replicas, writers },
    async close() {
      await writers.stop()
      await fleet.close()
      await wire.close()
      await detour.close()
      await plane.stop()
    },
  }
}
