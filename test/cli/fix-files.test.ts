import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writeFixedFiles } from '../../src/cli/fix-files.ts'

const files = (dir: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    file: join(dir, `${index}.yaml`),
    before: 'a',
    after: 'b',
    edits: [],
  }))

const folder = (count: number) => Object.fromEntries(files('', count).map(({ file }) => [file, 'a']))

t.test('one file that cannot be written keeps no other from it', async t => {
  const dir = t.testdir({ ...folder(3), '1.yaml': 'changed' })
  const problems = await writeFixedFiles(files(dir, 3))
  t.strictSame(
    problems.map(({ file }) => file),
    [join(dir, '1.yaml')],
  )
  t.equal(readFileSync(join(dir, '2.yaml'), 'utf8'), 'b')
})

t.test('a signal lets the file be finished, starts no other, and ends the process', async t => {
  const dir = t.testdir(folder(3))
  const before = process.listenerCount('SIGINT')
  const killed: unknown[] = []
  t.intercept(process, 'kill', {
    value: (...args: unknown[]) => {
      killed.push(args)
      return true
    },
  })
  const writing = writeFixedFiles(files(dir, 3))
  process.emit('SIGINT', 'SIGINT')
  t.equal((await writing).length, 2, 'the other two are told as not written')
  t.strictSame(
    files(dir, 3).map(({ file }) => readFileSync(file, 'utf8')),
    ['b', 'a', 'a'],
  )
  t.strictSame(killed, [[process.pid, 'SIGINT']])
  t.equal(process.listenerCount('SIGINT'), before, 'and is nobody else’s from then on')
})
