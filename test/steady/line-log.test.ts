import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { LineLog } from './line-log.ts'

t.test('lines are read as they come, whole', async t => {
  const file = join(t.testdir({ log: '' }), 'log')
  const log = new LineLog(file)
  const message = (msg: string) => JSON.stringify({ msg })
  t.same(log.lines(), [])
  appendFileSync(file, `${message('listening')}\n{"msg":"half`)
  t.same(log.find('listening'), { msg: 'listening' })
  t.equal(log.find('half done'), undefined)
  appendFileSync(file, ' done"}\nno JSON\n')
  appendFileSync(file, `${`${message('admission')}\n`.repeat(10_000)}${message('stopped')}\n`)
  t.same(log.lines(), [{ msg: 'listening' }, { msg: 'half done' }, 'no JSON', { msg: 'stopped' }])
  t.equal(log.find('listening', 1), undefined, 'the first ones were seen')
  rmSync(file)
  t.equal(log.lines().length, 4)
})
