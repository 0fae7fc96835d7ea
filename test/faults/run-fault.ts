import { setTimeout } from 'node:timers/promises'
import { openWindow } from '../steady/window.ts'
import type { Fault, Scene } from './fault.ts'
import { judge, type Verdict } from './verdict.ts'

/**
 * Lets it happen under load, and counts meanwhile.
 *
 * @param seconds how long the window is open at least
 */
export async function runFault(scene: Scene, fault: Fault, seconds: number): Promise<Verdict> {
  const { plane, site, writers } = scene
  await fault.prepare?.(scene)
  writers.creations.length = 0
  const window = await openWindow(plane, site.webhook, writers)
  const [aftermath] = await Promise.all([fault.inject(scene), setTimeout(seconds * 1000)])
  const verdict = judge(fault, aftermath, await window.close())
  await fault.tidyUp?.(scene)
  return verdict
}
