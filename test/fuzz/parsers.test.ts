import t from 'tap'
import { tryTarget, usualSeed } from './fuzz-target.ts'
import { parserTargets } from './parser-targets.ts'

for (const target of parserTargets) {
  t.test(`whatever comes in, with seed ${usualSeed}: ${target.name}`, async t => {
    t.strictSame(await tryTarget(target, usualSeed, target.runs), { kind: 'held', runs: target.runs })
  })
}
