import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'

const module = join(import.meta.dirname, 'shifted-clock.ts')

t.test('all that JavaScript says of the time of day is shifted, and nothing else', async t => {
  const program = `console.log(JSON.stringify([
    Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime(), Date.UTC(1970, 0, 2), new Date() instanceof Date,
  ]))`
  const args = [`--import=${module}`, '--input-type=module', '--eval', program]
  const printed = execFileSync(process.execPath, args, { env: { SHIFT_SECONDS: '-3600' }, encoding: 'utf8' })
  const [now, made, said, ...others] = JSON.parse(printed) as readonly number[]
  for (const time of [now, made, said]) {
    const shift = (time ?? 0) - Date.now()
    // However long the process took, and however the text rounds.
    t.ok(shift < -3_540_000 && shift > -3_720_000, `${shift} ms`)
  }
  t.same(others, [5, 86_400_000, true])
})
