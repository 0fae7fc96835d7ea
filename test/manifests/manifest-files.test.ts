import { symlinkSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import t from 'tap'
import { fingerprintOf, readManifestFiles, sizeLimit } from '../../src/manifests/manifest-files.ts'

const tree = {
  'b.yaml': 'b\n',
  'a.yml': 'a\n',
  'c.json': '{}',
  'd.txt': 'd',
  'e.YAML': 'e',
  deeper: { 'f.yaml': 'f\n', still: { 'g.yaml': 'g\n' } },
}

async function found(paths: readonly string[], recursive = false) {
  const { files, problems } = await readManifestFiles({ paths, recursive })
  return {
    files: files.map(({ file }) => basename(file)),
    problems: problems.map(({ file, message }) => `${basename(file)}: ${message}`),
  }
}

t.test('what is read', async t => {
  const dir = t.testdir({ ...tree, empty: {}, texts: { 'a.txt': '' } })
  const cases = [
    { name: 'a file', paths: ['b.yaml'], files: ['b.yaml'], problems: [] },
    { name: 'a file of any name, if it is named', paths: ['d.txt'], files: ['d.txt'], problems: [] },
    {
      name: 'a directory: its .yaml, .yml and .json files by name',
      paths: ['.'],
      files: ['a.yml', 'b.yaml', 'c.json'],
      problems: [],
    },
    {
      name: 'with what is inside, where it is asked for',
      paths: ['.'],
      recursive: true,
      files: ['a.yml', 'b.yaml', 'c.json', 'f.yaml', 'g.yaml'],
      problems: [],
    },
    {
      name: 'several paths in their order',
      paths: ['deeper', 'b.yaml', 'a.yml'],
      files: ['f.yaml', 'b.yaml', 'a.yml'],
      problems: [],
    },
    { name: 'a path twice is read once', paths: ['b.yaml', 'b.yaml'], files: ['b.yaml'], problems: [] },
    {
      name: 'an empty directory',
      paths: ['empty'],
      files: [],
      problems: ['empty: the directory has no .yaml, .yml or .json file'],
    },
    {
      name: 'a directory of other files',
      paths: ['texts'],
      files: [],
      problems: ['texts: the directory has no .yaml, .yml or .json file'],
    },
    {
      name: 'what is not there',
      paths: ['none.yaml', 'b.yaml'],
      files: ['b.yaml'],
      problems: ['none.yaml: does not exist'],
    },
    {
      name: 'a path through a file',
      paths: ['b.yaml/x'],
      files: [],
      problems: ['x: does not exist: a part of its path is no directory'],
    },
  ]
  for (const { name, paths, recursive, files, problems } of cases) {
    t.strictSame(
      await found(
        paths.map(path => join(dir, path)),
        recursive,
      ),
      { files, problems },
      name,
    )
  }
})

t.test('the text is there, under the path as it was given', async t => {
  const path = relative(process.cwd(), join(t.testdir(tree), 'b.yaml'))
  t.strictSame(await readManifestFiles({ paths: [path] }), { files: [{ file: path, text: 'b\n' }], problems: [] })
})

t.test('an address is no path', async t => {
  const { problems } = await readManifestFiles({ paths: ['https://example.com/pod.yaml'] })
  t.match(problems, [{ cause: 'unreadable', message: 'addresses are not read', fix: 'Download it first' }])
})

t.test('links', async t => {
  const dir = t.testdir({
    'real.yaml': 'real\n',
    'link.yaml': t.fixture('symlink', 'real.yaml'),
    'nowhere.yaml': t.fixture('symlink', 'gone.yaml'),
    'circle.yaml': t.fixture('symlink', 'circle.yaml'),
    'directory.yaml': t.fixture('symlink', 'inner'),
    inner: { 'inner.yaml': 'inner\n' },
  })
  symlinkSync(dir, join(dir, 'inner', 'up'))
  const { files, problems } = await readManifestFiles({ paths: [dir], recursive: true })
  t.strictSame(
    files.map(({ file, text }) => `${basename(file)} ${text.trim()}`),
    ['inner.yaml inner', 'link.yaml real', 'real.yaml real'],
  )
  t.strictSame(
    problems.map(({ file, message }) => `${basename(file)} ${message}`),
    [
      'circle.yaml is a link that leads in a circle',
      'directory.yaml is a directory',
      'nowhere.yaml is a link that leads nowhere',
    ],
  )
})

t.test('a volume of Kubernetes: every file once', async t => {
  const dir = t.testdir({
    '..2026_08_01': { 'nad.yaml': 'one\n' },
    '..data': t.fixture('symlink', '..2026_08_01'),
    'nad.yaml': t.fixture('symlink', '..data/nad.yaml'),
  })
  for (const recursive of [false, true])
    t.strictSame(await found([dir], recursive), { files: ['nad.yaml'], problems: [] })
})

t.test('standard input', async t => {
  const stdin = Readable.from([Buffer.from('a: \xc3', 'latin1'), Buffer.from('\xa9\n', 'latin1')])
  t.strictSame(await readManifestFiles({ paths: ['-'], stdin }), {
    files: [{ file: 'stdin', text: 'a: é\n' }],
    problems: [],
  })
})

t.test('files that are no manifests', async t => {
  const dir = t.testdir({
    'binary.yaml': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    'latin.yaml': Buffer.from('a: b\nc: \xe9\n', 'latin1'),
    'good.yaml': 'a\n',
  })
  const { files, problems } = await readManifestFiles({ paths: [dir] })
  t.equal(files.length, 1)
  t.match(problems, [
    { file: join(dir, 'binary.yaml'), line: 0, message: 'is no text' },
    {
      file: join(dir, 'latin.yaml'),
      line: 2,
      column: 1,
      message: 'this line is not UTF-8',
      fix: 'Save the file in UTF-8',
    },
  ])
})

t.test('the limit', async t => {
  const megabyte = Buffer.alloc(2 ** 20, 'a')
  const stream = (size: number) => Readable.from(Array.from({ length: size }, () => megabyte))
  const fits = await readManifestFiles({ paths: ['-'], stdin: stream(sizeLimit / megabyte.length) })
  t.equal(fits.files[0]?.text.length, sizeLimit)
  const tooLarge = await readManifestFiles({ paths: ['-'], stdin: stream(sizeLimit / megabyte.length + 1) })
  t.match(tooLarge, { files: [], problems: [{ file: 'stdin', message: /larger than 32 MiB/ }] })
})

t.test('what this user may not read', { skip: process.getuid?.() === 0 && 'root may read everything' }, async t => {
  const { chmodSync } = await import('node:fs')
  const dir = t.testdir({ 'a.yaml': 'a\n', closed: { 'b.yaml': 'b\n' } })
  chmodSync(join(dir, 'a.yaml'), 0)
  chmodSync(join(dir, 'closed'), 0)
  const { problems } = await found([join(dir, 'a.yaml'), join(dir, 'closed')])
  chmodSync(join(dir, 'closed'), 0o700)
  t.strictSame(problems, ['a.yaml: may not be read: permission denied', 'closed: may not be read: permission denied'])
})

t.test('a fingerprint differs when something changed', async t => {
  const { renameSync, rmSync, utimesSync, writeFileSync } = await import('node:fs')
  const dir = t.testdir({ 'a.yaml': 'one\n', 'b.yaml': 'two\n' })
  const print = () => fingerprintOf({ paths: [dir] })
  const changes: [name: string, change: () => void, differs: boolean][] = [
    ['nothing', () => undefined, false],
    [
      'a file that is no manifest',
      () => {
        writeFileSync(join(dir, 'c.txt'), '')
      },
      false,
    ],
    [
      'a longer file',
      () => {
        writeFileSync(join(dir, 'a.yaml'), 'three\n')
      },
      true,
    ],
    [
      'a later file',
      () => {
        utimesSync(join(dir, 'a.yaml'), 1, 1)
      },
      true,
    ],
    [
      'a file more',
      () => {
        writeFileSync(join(dir, 'd.yaml'), 'd')
      },
      true,
    ],
    [
      'another name',
      () => {
        renameSync(join(dir, 'd.yaml'), join(dir, 'e.yaml'))
      },
      true,
    ],
    [
      'a file fewer',
      () => {
        rmSync(join(dir, 'e.yaml'))
      },
      true,
    ],
    [
      'no directory',
      () => {
        rmSync(dir, { recursive: true })
      },
      true,
    ],
  ]
  for (const [name, change, differs] of changes) {
    const before = await print()
    change()
    t.equal((await print()) !== before, differs, name)
  }
})
