import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writeFixed } from '../../src/cli/fix-write.ts'

const fixed = (file: string, before = 'a', after = 'b') => ({ file, before, after, edits: [] })

t.test('the new text in the place of the old one, and nothing beside it', async t => {
  const dir = t.testdir({ 'a.yaml': 'a' })
  const file = join(dir, 'a.yaml')
  chmodSync(file, 0o640)
  t.equal(await writeFixed(fixed(file)), undefined)
  t.equal(readFileSync(file, 'utf8'), 'b')
  t.equal(statSync(file).mode & 0o7777, 0o640, 'the mode stays')
  t.strictSame(readdirSync(dir), ['a.yaml'])
})

t.test('another file, so that who has it open reads the old one to its end', async t => {
  const file = join(t.testdir({ 'a.yaml': 'a' }), 'a.yaml')
  const { ino } = statSync(file)
  await writeFixed(fixed(file))
  t.not(statSync(file).ino, ino)
})

t.test('what a link leads to is written, and the link stays', async t => {
  const dir = t.testdir({ real: { 'a.yaml': 'a' } })
  mkdirSync(join(dir, 'links'))
  symlinkSync('../real/a.yaml', join(dir, 'links', 'a.yaml'))
  t.equal(await writeFixed(fixed(join(dir, 'links', 'a.yaml'))), undefined)
  t.ok(lstatSync(join(dir, 'links', 'a.yaml')).isSymbolicLink())
  t.equal(readFileSync(join(dir, 'real', 'a.yaml'), 'utf8'), 'b')
  t.strictSame(readdirSync(join(dir, 'links')), ['a.yaml'])
})

const encodings: readonly { name: string; bytes: (text: string) => Buffer }[] = [
  { name: 'UTF-8', bytes: text => Buffer.from(text) },
  { name: 'UTF-8 with a byte order mark', bytes: text => Buffer.from(`\uFEFF${text}`) },
  { name: 'UTF-16', bytes: text => Buffer.from(`\uFEFF${text}`, 'utf16le') },
  { name: 'UTF-16, the other way round', bytes: text => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16() },
]

for (const { name, bytes } of encodings) {
  t.test(`the encoding stays: ${name}`, async t => {
    const file = join(t.testdir(), 'a.yaml')
    const mark = name === 'UTF-8' ? '' : '\uFEFF'
    writeFileSync(file, bytes('ä: 1\r\n'))
    t.equal(await writeFixed(fixed(file, `${mark}ä: 1\r\n`, `${mark}ä: 2\r\n`)), undefined)
    t.strictSame(readFileSync(file), bytes('ä: 2\r\n'))
  })
}

t.test('a second name of a file that is fixed already is nothing to do', async t => {
  const file = join(t.testdir({ 'a.yaml': 'b' }), 'a.yaml')
  t.equal(await writeFixed(fixed(file)), undefined)
})

t.test('refused, and the file stays as it is', async t => {
  const dir = t.testdir({ 'changed.yaml': 'c', 'read-only.yaml': 'a', folder: {} })
  chmodSync(join(dir, 'read-only.yaml'), 0o444)
  const cases = [
    { name: 'changed.yaml', reason: 'it has changed since it was read' },
    { name: 'read-only.yaml', reason: 'it is read-only' },
    { name: 'gone.yaml', reason: 'it is gone' },
    { name: 'folder', reason: 'it is no ordinary file' },
  ]
  for (const { name, reason } of cases) {
    const problem = await writeFixed(fixed(join(dir, name)))
    t.equal(problem?.message, `the fixes were not written: ${reason}`, name)
    t.equal(problem?.severity, 'error')
  }
  t.equal(readFileSync(join(dir, 'changed.yaml'), 'utf8'), 'c')
  t.equal(readFileSync(join(dir, 'read-only.yaml'), 'utf8'), 'a')
  t.strictSame(readdirSync(dir).sort(), ['changed.yaml', 'folder', 'read-only.yaml'])
})

// Root may write everywhere.
t.test('a folder that may not be written', { skip: process.getuid?.() === 0 && 'runs as root' }, async t => {
  const dir = t.testdir({ 'a.yaml': 'a' })
  chmodSync(dir, 0o555)
  t.teardown(() => {
    chmodSync(dir, 0o755)
  })
  const problem = await writeFixed(fixed(join(dir, 'a.yaml')))
  t.equal(problem?.message, 'the fixes were not written: permission denied')
})

t.test('a file of the kernel, whose folder takes no other', { skip: process.platform !== 'linux' }, async t => {
  const file = '/proc/self/oom_score_adj'
  const before = readFileSync(file, 'utf8')
  const problem = await writeFixed(fixed(file, before, `${before}\n`))
  t.match(problem?.message, 'the fixes were not written: ')
  t.equal(readFileSync(file, 'utf8'), before)
})
