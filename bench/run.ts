// npm run bench: measures, prints tables, writes docs/performance.md. Nothing passes or fails by time.
import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { cpuPerReview } from './cpu-per-review.ts'
import { engineByNetworks, engineBySize } from './engine-sections.ts'
import { startLoadGenerator } from './load.ts'
import { circumstances } from './machine.ts'
import { networksAtScale } from './networks-at-scale.ts'
import { page, sectionText } from './page.ts'
import { unmeasurable } from './process-usage.ts'
import type { Section } from './section.ts'

const limitSeconds = 175

const problem = await unmeasurable()
if (problem !== undefined) giveUp(problem, 2)
// Whatever ends this process ends the servers: each of them is killed on its 'exit' event.
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
setTimeout(
  () => giveUp(`it takes longer than ${limitSeconds} s, so this machine is too busy or too slow`, 1),
  limitSeconds * 1000,
).unref()

try {
  await run()
} catch (error) {
  giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error), 1)
}

async function run(): Promise<void> {
  const facts = circumstances()
  console.log(facts.map(([name, value]) => `${name}: ${value}`).join('\n'))
  const folder = await mkdtemp(`${tmpdir()}/bond-injector-bench-`)
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const generator = startLoadGenerator()
  const sections: Section[] = []
  for (const measure of [
    () => cpuPerReview(generator, folder),
    engineBySize,
    engineByNetworks,
    () => networksAtScale(generator, folder),
  ]) {
    const measured = [await measure()].flat()
    for (const section of measured) console.log(`\n${sectionText(section)}`)
    sections.push(...measured)
  }
  generator.stop()
  await writeFile(new URL('../docs/performance.md', import.meta.url), page(facts, sections))
  console.log('\ndocs/performance.md written')
}

function giveUp(sentence: string, code: number): never {
  console.error(`bench: ${sentence}`)
  process.exit(code)
}
