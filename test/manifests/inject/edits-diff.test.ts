import { applyPatch } from 'diff'
import fc from 'fast-check'
import t from 'tap'
import { EditedText, type TextEdit } from '../../../src/manifests/edited-text.ts'
import { editsDiff } from '../../../src/manifests/inject/edits-diff.ts'

const at = (text: string, mark: string, inserted: string, removed = 0): TextEdit => ({
  offset: text.indexOf(mark),
  removed,
  inserted,
})
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}\n`).join('')
const twenty = lines(1, 20)

const cases: readonly { name: string; text: string; edits: readonly TextEdit[]; diff: string }[] = [
  { name: 'nothing', text: twenty, edits: [], diff: '' },
  { name: 'an edit that changes nothing', text: twenty, edits: [at(twenty, 'line 3\n', 'line', 4)], diff: '' },
  {
    name: 'a line, with three lines around it',
    text: twenty,
    edits: [at(twenty, 'line 10', 'new\n')],
    diff: '@@ -7,6 +7,7 @@\n line 7\n line 8\n line 9\n+new\n line 10\n line 11\n line 12\n',
  },
  {
    name: 'behind a line',
    text: twenty,
    edits: [{ offset: twenty.indexOf('\nline 10'), removed: 0, inserted: '\nnew' }],
    diff: '@@ -7,6 +7,7 @@\n line 7\n line 8\n line 9\n+new\n line 10\n line 11\n line 12\n',
  },
  {
    name: 'inside a line',
    text: 'a: {}\nb: 1\n',
    edits: [at('a: {}\nb: 1\n', '}', 'x: 1')],
    diff: '@@ -1,2 +1,2 @@\n-a: {}\n+a: {x: 1}\n b: 1\n',
  },
  {
    name: 'the first line',
    text: twenty,
    edits: [{ offset: 0, removed: 0, inserted: 'new\n' }],
    diff: '@@ -1,3 +1,4 @@\n+new\n line 1\n line 2\n line 3\n',
  },
  {
    name: 'at the end',
    text: lines(1, 3),
    edits: [{ offset: lines(1, 3).length, removed: 0, inserted: 'new\n' }],
    diff: '@@ -1,3 +1,4 @@\n line 1\n line 2\n line 3\n+new\n',
  },
  {
    name: 'at the end, where no line break stands',
    text: 'a\nb',
    edits: [{ offset: 3, removed: 0, inserted: '\nc' }],
    diff: '@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n',
  },
  {
    name: 'no line break at the end of what stays',
    text: 'a\nb',
    edits: [{ offset: 0, removed: 0, inserted: 'x\n' }],
    diff: '@@ -1,2 +1,3 @@\n+x\n a\n b\n\\ No newline at end of file\n',
  },
  {
    name: 'Windows line breaks',
    text: 'a\r\nb\r\n',
    edits: [{ offset: 3, removed: 0, inserted: 'x\r\n' }],
    diff: '@@ -1,2 +1,3 @@\n a\r\n+x\r\n b\r\n',
  },
  {
    name: 'two places with six lines between them: one hunk',
    text: twenty,
    edits: [at(twenty, 'line 4', 'x\n'), at(twenty, 'line 10', 'y\n')],
    diff: `@@ -1,12 +1,14 @@\n${lines(1, 3).replaceAll(/^(?=.)/gm, ' ')}+x\n${lines(4, 9).replaceAll(/^(?=.)/gm, ' ')}+y\n line 10\n line 11\n line 12\n`,
  },
  {
    name: 'two places with seven lines between them: two hunks, the second one further down',
    text: twenty,
    edits: [at(twenty, 'line 4', 'x\n'), at(twenty, 'line 11', 'y\n')],
    diff: `@@ -1,6 +1,7 @@\n${lines(1, 3).replaceAll(/^(?=.)/gm, ' ')}+x\n${lines(4, 6).replaceAll(/^(?=.)/gm, ' ')}@@ -8,6 +9,7 @@\n${lines(8, 10).replaceAll(/^(?=.)/gm, ' ')}+y\n${lines(11, 13).replaceAll(/^(?=.)/gm, ' ')}`,
  },
  {
    name: 'an empty file',
    text: '',
    edits: [{ offset: 0, removed: 0, inserted: 'x\n' }],
    diff: '@@ -0,0 +1,1 @@\n+x\n',
  },
]
for (const { name, text, edits, diff } of cases) {
  t.test(`the diff of ${name}`, async t => {
    t.equal(editsDiff('f.yaml', text, edits), diff === '' ? '' : `--- a/f.yaml\n+++ b/f.yaml\n${diff}`)
  })
}

const names: readonly [file: string, label: string][] = [
  ['pod.yaml', 'a/pod.yaml'],
  ['./pods/a.yaml', 'a/pods/a.yaml'],
  ['/srv/pods/a.yaml', 'a/srv/pods/a.yaml'],
  ['two words.yaml', 'a/two words.yaml\t'],
  ['ü.yaml', '"a/\\303\\274.yaml"'],
  // Names that lead out of the folder are refused by patch, and by git.
  ['../demo/pod.yaml', 'a/demo/pod.yaml'],
  ['../../pod.yaml', 'a/pod.yaml'],
  ['/tmp/a/../b/./pod.yaml', 'a/tmp/b/pod.yaml'],
]
for (const [file, label] of names) {
  t.test(`the name ${file}`, async t => {
    const [first] = editsDiff(file, 'a\n', [{ offset: 0, removed: 0, inserted: 'b\n' }]).split('\n')
    t.equal(first, `--- ${label}`)
  })
}

const text = fc.array(fc.constantFrom('a', 'b', ' c', '', 'a\r'), { maxLength: 40 }).map(each => each.join('\n'))
const edited = text.chain(original => {
  const edit = fc.record({
    offset: fc.nat(original.length),
    removed: fc.nat(12),
    inserted: fc.constantFrom('', 'x', '\n', 'x\n', '\nx', 'a\nb\nc\n'),
  })
  return fc.record({ original: fc.constant(original), edits: fc.array(edit, { maxLength: 6 }) })
})

t.test('applied to the file, it gives the edited text', async t => {
  fc.assert(
    fc.property(edited, ({ original, edits }) => {
      const done: TextEdit[] = []
      for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
        const end = done.length === 0 ? 0 : (done.at(-1)?.offset ?? 0) + (done.at(-1)?.removed ?? 0)
        const removed = Math.min(edit.removed, original.length - edit.offset)
        if (edit.offset >= end) done.push({ ...edit, removed })
      }
      const after = new EditedText(original, done).text
      const diff = editsDiff('f', original, done)
      return diff === '' ? original === after : applyPatch(original, diff) === after
    }),
    { seed: 20, numRuns: 2_000 },
  )
  t.pass()
})

t.test('thousands of places take no longer than they must', async t => {
  const many = 'a\n'.repeat(20_000)
  const edits = Array.from({ length: 20_000 }, (_, i) => ({ offset: i * 2, removed: 0, inserted: 'x\n' }))
  t.equal(editsDiff('f', many, edits).split('\n').length, 40_004)
})
