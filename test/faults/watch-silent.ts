import { podKinds } from '../steady/pod-kinds.ts'
import { PodWriters } from '../steady/pod-writers.ts'
import { apiServer, type Fault } from './fault.ts'
import { untilFollowed } from './followed.ts'

const bond = 'late-bond'

export const watchSilent: Fault = {
  name: 'watch silently dead',
  happens:
    'nothing passes any more on the connections that the replicas have to the API server, and nobody is told; then a bond is created, and pods that name it',
  async inject(scene) {
    const { plane, site, detour } = scene
    detour.forget(apiServer)
    await site.networks.createBond(bond)
    const kinds = podKinds.slice(0, 1).map(kind => ({
      ...kind,
      bond,
      networks: kind.networks.replace('bond-net1', bond),
    }))
    const late = new PodWriters({ facts: plane, namespace: site.namespace, rate: 5, kinds, prefix: 'late' })
    late.start()
    try {
      const followed = await untilFollowed(scene)
      return {
        notes: [
          `a new network was known to every replica after ${(followed / 1000).toFixed(1)} s; until then pods that named one were answered by live look-ups`,
        ],
        creations: late.creations,
      }
    } finally {
      await late.stop()
    }
  },
  tidyUp: ({ site }) => site.networks.remove(bond),
}
