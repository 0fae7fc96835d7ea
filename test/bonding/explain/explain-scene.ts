import { createExplainer } from '../../../src/bonding/explain/explain-pod.ts'
import type { Explanation } from '../../../src/bonding/explain/explanation.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { podHolder, readHeldPod } from '../../../src/bonding/workload.ts'
import { openshift, podOf, type Scene } from '../scene.ts'

/** Explains the pod of a scene, or another object with the scene's networks. */
export function explained(scene: Scene, object: unknown = podOf(scene), kind = 'Pod'): Explanation {
  const holder = podHolder(kind === 'Pod' ? '' : 'apps', kind)
  const held = holder && readHeldPod(object, holder, 'demo')
  if (!held) throw new Error('no pod in this object')
  const networks = new NetworkTable((scene.definitions ?? openshift).map(readNetwork))
  return createExplainer({ ...defaultPolicy, ...scene.policy })(held, networks)
}
