import type { Replica } from '../steady/replica.ts'
import type { Aftermath, Scene } from './fault.ts'

/** Lets a replica die at once, and brings the next one. What it owed an answer then may fail, and nothing else. */
export async function suddenDeath(scene: Scene, victim: Replica, kill: () => void): Promise<Aftermath> {
  const { fleet } = scene
  const [open, broken] = [fleet.relay.connections(victim.name), fleet.relay.broken(victim.name)]
  kill()
  const how = await victim.exited
  await fleet.startReady(scene.call)
  const owed = fleet.relay.broken(victim.name) - broken
  return {
    notes: [`${victim.name} ended by ${how} with ${open} connections, of which ${owed} waited for an answer`],
    excused: () => owed,
  }
}
