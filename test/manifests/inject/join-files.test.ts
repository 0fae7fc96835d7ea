import t from 'tap'
import { joinFiles } from '../../../src/manifests/inject/join-files.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}`
const json = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name } })

const cases: readonly { name: string; files: readonly string[]; joined?: string; names: readonly string[] }[] = [
  { name: 'one file, as it is', files: [pod('a')], joined: pod('a'), names: ['a'] },
  { name: 'one file with a byte order mark', files: [`\uFEFF${pod('a')}\n`], names: ['a'] },
  {
    name: 'two files',
    files: [`${pod('a')}\n`, `${pod('b')}\n`],
    joined: `${pod('a')}\n---\n${pod('b')}\n`,
    names: ['a', 'b'],
  },
  {
    name: 'no line break at the end',
    files: [pod('a'), pod('b')],
    joined: `${pod('a')}\n---\n${pod('b')}`,
    names: ['a', 'b'],
  },
  {
    name: 'a separator that is there already',
    files: [`${pod('a')}\n`, `---\n${pod('b')}\n`],
    joined: `${pod('a')}\n---\n${pod('b')}\n`,
    names: ['a', 'b'],
  },
  { name: 'a separator at the end', files: [`${pod('a')}\n---\n`, pod('b')], names: ['a', 'b'] },
  { name: 'the end of a document', files: [`${pod('a')}\n...\n`, pod('b')], names: ['a', 'b'] },
  {
    name: 'a byte order mark in the second file',
    files: [pod('a'), `\uFEFF${pod('b')}`],
    joined: `${pod('a')}\n---\n${pod('b')}`,
    names: ['a', 'b'],
  },
  { name: 'Windows line breaks', files: [`${pod('a')}\n`.replaceAll('\n', '\r\n'), pod('b')], names: ['a', 'b'] },
  { name: 'JSON behind YAML', files: [pod('a'), json('b')], names: ['a', 'b'] },
  { name: 'YAML behind JSON', files: [json('a'), pod('b')], names: ['a', 'b'] },
  { name: 'JSON behind JSON', files: [`${json('a')}\n`, `${json('b')}\n`], names: ['a', 'b'] },
  {
    name: 'several JSON objects behind YAML',
    files: [pod('a'), `${json('b')}\n${json('c')}${json('d')}\n`],
    names: ['a', 'b', 'c', 'd'],
  },
  {
    name: 'JSON objects and YAML in one file, behind YAML',
    files: [pod('a'), `${json('b')} ${json('c')}\n---\n${pod('d')}`],
    names: ['a', 'b', 'c', 'd'],
  },
  { name: 'several JSON objects before YAML', files: [`${json('a')}${json('b')}`, pod('c')], names: ['a', 'b', 'c'] },
  { name: 'three files', files: [pod('a'), pod('b'), pod('c')], names: ['a', 'b', 'c'] },
]
for (const { name, files, joined, names } of cases) {
  t.test(`read as the same objects: ${name}`, async t => {
    const text = joinFiles(files)
    if (joined !== undefined) t.equal(text, joined)
    const { objects, problems } = readDocuments(text, 'stdin')
    t.strictSame(problems, [])
    t.strictSame(
      objects.map(object => object.name),
      names,
    )
  })
}

t.test('no file, no text', async t => t.equal(joinFiles([]), ''))
