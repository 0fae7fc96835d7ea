// What this program makes of a text must be what the programs around it make of it. The values are random with a fixed
// seed; the smallest text that is read differently is printed first.
import fc from 'fast-check'
import t from 'tap'
import { ensureBinaries } from './binaries.ts'
import { annotationComparison } from './compare-annotation.ts'
import { configComparison } from './compare-cni-config.ts'
import { jsonComparison } from './compare-json.ts'
import { yamlComparison } from './compare-yaml.ts'
import { askNeighbours } from './neighbours-program.ts'

const { neighbours } = await ensureBinaries()
const seed = 20261125
const shown = 10

for (const comparison of [jsonComparison, annotationComparison, configComparison, yamlComparison]) {
  const { name, always, texts, runs, difference } = comparison
  t.test(name, async t => {
    const sample = [...new Set([...always, ...fc.sample(texts, { seed, numRuns: runs })])]
    const readings = await askNeighbours(neighbours, sample)
    const different = sample.flatMap((text, index) => {
      const reading = readings[index]
      const found = reading && difference(text, reading)
      return found === undefined ? [] : [`${JSON.stringify(text)}\n  ${found}`]
    })
    different.sort((one, other) => one.length - other.length)
    const smallest = ascii(different.slice(0, shown).join('\n'))
    t.equal(smallest, '', `${different.length} of ${sample.length} are read differently`)
  })
}

/** Most of what differs is invisible, and a terminal or a YAML block would spoil the rest. */
function ascii(text: string): string {
  return text.replace(/[^\n -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
