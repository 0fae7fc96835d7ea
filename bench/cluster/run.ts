// npm run bench:cluster [-- --seconds N] [--rounds N] [--idle SECONDS] [--networks N] [--program FILE] [--write]
// Measures, prints tables and, with --write, docs/performance-cluster.md. Nothing passes or fails by time.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBinaries } from '../../test/cluster/binaries.ts'
import { startControlPlane, type ControlPlane } from '../../test/cluster/control-plane.ts'
import { sectionText } from '../page.ts'
import { clusterFacts } from './facts.ts'
import { measure } from './measure.ts'
import { openContenders } from './open-contenders.ts'
import { page } from './page.ts'
import { profiles } from './profiles.ts'
import { startWriters } from './writers.ts'

const root = join(import.meta.dirname, '..', '..')
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    idle: { type: 'string', default: '60' },
    networks: { type: 'string', default: '5000' },
    program: { type: 'string', default: join(root, 'dist', 'bond-injector.mjs') },
    write: { type: 'boolean', default: false },
  },
})
const { program } = options
const [seconds, rounds, networks] = [Number(options.seconds), Number(options.rounds), Number(options.networks)]
const say = (line: string) => {
  console.error(`bench:cluster: ${line}`)
}
// Whatever ends this process ends the keepers, and with them all that was started.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
const plane = await startControlPlane({ binaries: await ensureBinaries({ say }) })
try {
  await run(plane)
} finally {
  await plane.stop()
}

async function run(cluster: ControlPlane): Promise<void> {
  const facts = [
    ...(await clusterFacts(cluster, program)),
    [
      'Rounds',
      `${rounds} of ${seconds} s for each contender of each table; before the first table one that does not count`,
    ],
  ] as const
  say(`opens all contenders, and ${networks} networks`)
  const all = await openContenders(cluster, program, networks)
  const writers = startWriters()
  const effort = { writers, seconds, rounds, networks, program, say, idleSeconds: Number(options.idle), starts: 5 }
  const { sections, plot } = await measure(cluster, all, effort)
  await all.close()
  const everything = [...sections, await profiles(cluster, writers, seconds * 2)]
  await writers.stop()
  for (const section of everything) console.log(`\n${sectionText(section)}`)
  if (!options.write) return
  writeFileSync(join(root, 'docs', 'performance-cluster.md'), page(facts, everything))
  writeFileSync(join(root, 'docs', 'performance-cluster.svg'), plot)
  say('docs/performance-cluster.md and .svg written')
}
