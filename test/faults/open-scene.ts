import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ControlPlane } from '../cluster/control-plane.ts'
import { until } from '../cluster/until.ts'
import { Fleet } from '../steady/fleet.ts'
import { PodWriters } from '../steady/pod-writers.ts'
import { Relay } from '../steady/relay.ts'
import { createSite } from '../steady/site.ts'
import { apiServer, type Scene } from './fault.ts'

export interface SceneOptions {
  readonly replicas: number
  /** Creations a second. */
  readonly rate: number
  /** The file of the program. */
  readonly program: string
}

export interface OpenScene extends Scene {
  /** The control plane goes on. */
  close(): Promise<void>
}

const namespace = 'faults'

/** Returns when the replicas are ready and the load runs. */
export async function openScene(plane: ControlPlane, options: SceneOptions): Promise<OpenScene> {
  const detour = await Relay.open()
  const port = Number(new URL(plane.server).port)
  await detour.add({ name: apiServer, port, isReady: () => Promise.resolve(true) })
  const fleet = await Fleet.open(mkdtempSync(join(tmpdir(), 'bond-injector-replicas-')))
  const close = async () => {
    await fleet.close()
    await detour.close()
  }
  try {
    const site = await createSite(plane, {
      namespace,
      url: fleet.url,
      apiServer: `https://127.0.0.1:${detour.port}`,
    })
    const { replicas, rate, program } = options
    const writers = new PodWriters({ facts: plane, namespace, rate })
    const scene = { plane, site, fleet, detour, call: { flags: site.flags, program }, replicas, writers }
    await Promise.all(Array.from({ length: replicas }, () => fleet.startReady(scene.call)))
    writers.start()
    await untilAdmitted(scene)
    return {
      ...scene,
      async close() {
        await writers.stop()
        await close()
      },
    }
  } catch (error) {
    const tails = fleet.logTails()
    await close()
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${tails}`, { cause: error })
  }
}

/** Makes good for what a fault has cost: as many ready replicas as before, and pods are admitted. The pods stay. */
export async function restore(scene: Scene): Promise<void> {
  const { fleet, replicas, call } = scene
  while (fleet.replicas.length < replicas) await fleet.startReady(call)
  await Promise.all(fleet.replicas.map(one => one.untilReady()))
  await untilAdmitted(scene)
}

/** The API server hears a moment late of a webhook configuration. */
async function untilAdmitted({ writers }: Scene): Promise<void> {
  const begin = performance.now()
  await until('pods are admitted', async () => {
    const { due, fate } = writers.creations.at(-1) ?? { due: 0, fate: 'unreached' }
    return due > begin && fate === 'right'
  })
}
