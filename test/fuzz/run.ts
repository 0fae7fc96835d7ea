// Fuzzing for longer than the unit tests do: npm run fuzz -- [--minutes N] [--seed S] [--target NAME [--path P]]
// Ends with 1 at the first thing that does not hold, and says how to see it again.
import { parseArgs } from 'node:util'
import { openWholeWebhook } from '../security/whole-webhook.ts'
import { type FuzzTarget, tryTarget } from './fuzz-target.ts'
import { definitions } from './good-inputs.ts'
import { parserTargets } from './parser-targets.ts'
import { webhookTargets } from './webhook-targets.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    target: { type: 'string' },
    path: { type: 'string', default: '' },
  },
})
const end = performance.now() + Number(values.minutes) * 60_000
const webhook = await openWholeWebhook(definitions)
const all = [...parserTargets, ...webhookTargets(webhook)]
const targets = all.filter(({ name }) => name === (values.target ?? name))
const counts = new Map<string, number>()

console.log(`seed ${values.seed}, ${values.minutes} minutes, ${targets.map(({ name }) => name).join(', ')}`)
for (let seed = Number(values.seed); await everyTargetHeld(seed); seed++) {
  if (values.path !== '' || performance.now() >= end) break
}
for (const [name, runs] of counts) console.log(`${name}: ${runs} inputs`)
await webhook.close()

async function everyTargetHeld(seed: number): Promise<boolean> {
  for (const target of targets) if (!(await held(target, seed))) return false
  return targets.length > 0
}

async function held(target: FuzzTarget, seed: number): Promise<boolean> {
  const logged = webhook.log.length
  const trial = await tryTarget(target, seed, target.runs, values.path)
  if (trial.kind === 'held') {
    counts.set(target.name, (counts.get(target.name) ?? 0) + trial.runs)
    return true
  }
  console.error(`${target.name}\n  again: ${trial.reproduction}\n  input: ${trial.input}\n  ${trial.problem}`)
  for (const line of webhook.log.slice(logged)) if (line.includes('"level":50')) console.error(line)
  process.exitCode = 1
  return false
}
