import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writeAuthority } from '../../src/certs/authority-file.ts'

t.test('written whole, for everybody to read, with nothing left beside it', async t => {
  const dir = t.testdir()
  const file = join(dir, 'ca.pem')
  await writeAuthority(file, 'first')
  await writeAuthority(file, 'second')
  t.equal(readFileSync(file, 'utf8'), 'second')
  t.equal(statSync(file).mode & 0o444, 0o444)
  t.same(readdirSync(dir), ['ca.pem'])
})

t.test('a folder that does not exist', async t => {
  const dir = t.testdir()
  await t.rejects(writeAuthority(join(dir, 'no', 'ca.pem'), 'text'), { code: 'ENOENT' })
})

t.test('a folder in its place: refused, and no half file stays', async t => {
  const dir = t.testdir({ 'ca.pem': {} })
  await t.rejects(writeAuthority(join(dir, 'ca.pem'), 'text'))
  t.same(readdirSync(dir), ['ca.pem'])
})
