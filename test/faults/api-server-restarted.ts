import { setTimeout } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { untilFollowed } from './followed.ts'

const awaySeconds = 3

export const apiServerRestarted: Fault = {
  name: 'API server restarted',
  happens: `the API server is killed, stays ready again after ${awaySeconds} s and is started again`,
  apiServerAway: true,
  async inject(scene) {
    const begin = performance.now()
    await scene.plane.stopApiServer()
    await setTimeout(awaySeconds * 1000)
    await scene.plane.startApiServer()
    const away = performance.now() - begin
    const followed = await untilFollowed(scene)
    return {
      notes: [
        `ready again after ${(away / 1000).toFixed(1)} s; a change of networks was known to every replica ${(followed / 1000).toFixed(1)} s later`,
      ],
    }
  },
}
