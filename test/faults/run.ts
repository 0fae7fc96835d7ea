// npm run test:faults [-- OPTIONS]; options.ts has them.
// Each fault happens to ready replicas under steady load, through a real kube-apiserver. Prints a row for each, and
// exits with 1 where a target is missed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ensureBinaries } from '../cluster/binaries.ts'
import { startControlPlane } from '../cluster/control-plane.ts'
import { allFaults, shortFaults } from './all-faults.ts'
import type { Fault } from './fault.ts'
import { readOptions } from './options.ts'
import { openScene, restore, type OpenScene } from './open-scene.ts'
import { headLine, reliabilityPage, verdictLines } from './report.ts'
import { runFault } from './run-fault.ts'
import type { Verdict } from './verdict.ts'

const root = join(import.meta.dirname, '..', '..')
const reading = readOptions(process.argv.slice(2), allFaults, shortFaults)
if (reading.kind === 'wrong') {
  console.error(`test:faults: ${reading.problem}`)
  process.exit(2)
}
const { faults, rate, seconds, replicas, write, program = join(root, 'dist', 'bond-injector.mjs') } = reading.options
const plane = await startControlPlane({ binaries: await ensureBinaries({ say: console.error }) })
// Whatever ends this process ends the keepers, and with them all that was started.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
try {
  const scene = await openScene(plane, { replicas, rate, program })
  try {
    await runAll(scene)
  } finally {
    await scene.close()
  }
} finally {
  await plane.stop()
}

async function runAll(scene: OpenScene): Promise<void> {
  console.log(headLine)
  const verdicts: Verdict[] = []
  for (const fault of faults) {
    const verdict = await tried(scene, fault)
    if (!verdict) return
    console.log(verdictLines(verdict))
    verdicts.push(verdict)
    if (verdict.missed.length > 0) process.exitCode = 1
    await restore(scene)
  }
  if (!write) return
  const page = join(root, 'docs', 'reliability.md')
  const text = reliabilityPage(verdicts, { replicas, rate })
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }))
}

/** undefined: it did not happen as it should, which is said, and nothing behind it would be worth much. */
async function tried(scene: OpenScene, fault: Fault): Promise<Verdict | undefined> {
  try {
    return await runFault(scene, fault, seconds)
  } catch (error) {
    process.exitCode = 1
    console.log(`${fault.name}: it could not be shown: ${error instanceof Error ? error.message : String(error)}`)
    console.log(scene.fleet.logTails())
    return undefined
  }
}
