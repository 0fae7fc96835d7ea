import t from 'tap'
import { blockScalarExtent } from '../../../src/manifests/yaml/block-scalar-extent.ts'

t.test('how far a block scalar goes', async t => {
  const cases = [
    { name: 'to the line that is less indented', text: '|\n  a\n  b\nc', outer: 0, indent: 2, rest: 'c' },
    { name: 'to the end', text: '|\n  a', outer: 0, indent: 2, rest: '' },
    { name: 'a line as far out as the key is not in it', text: '|\n a\nc', outer: 0, indent: 1, rest: 'c' },
    { name: 'at the top one blank is needed', text: '|\na\n', outer: -1, indent: 1, rest: 'a\n' },
    { name: 'inside a deeper mapping more is needed', text: '|\n   a\n  b\n', outer: 2, indent: 3, rest: '  b\n' },
    { name: 'empty lines at its end belong to it', text: '|\n  a\n\n\nc', outer: 0, indent: 2, rest: 'c' },
    { name: 'the head may say it', text: '|1\n   a\n b\nc', outer: 0, indent: 1, rest: 'c' },
    { name: 'counted from the mapping around it', text: '|-2\n    a\n   b\n', outer: 2, indent: 4, rest: '   b\n' },
    { name: 'in either order', text: '|2-\n    a\nb\n', outer: 2, indent: 4, rest: 'b\n' },
    {
      name: 'a longer empty line before the text counts, as in libyaml',
      text: '|\n    \n  a\n',
      outer: 0,
      indent: 4,
      rest: '  a\n',
    },
    { name: 'an empty one', text: '|\nc', outer: 0, indent: 1, rest: 'c' },
  ]
  for (const { name, text, outer, indent, rest } of cases) {
    const extent = blockScalarExtent(text, 0, outer)
    t.strictSame([extent.indent, text.slice(extent.end), extent.tab], [indent, rest, undefined], name)
  }
})

t.test('tabs where blanks are wanted', async t => {
  const cases = [
    { name: 'instead of blanks', text: '|\n\ta\n', tab: 2 },
    { name: 'behind too few blanks', text: '|\n  a\n \tb\n', tab: 7 },
    { name: 'behind enough', text: '|\n  a\n  \tb\n', tab: undefined },
    { name: 'the first of two', text: '|\n  a\n\tb\n\tc\n', tab: 6 },
  ]
  for (const { name, text, tab } of cases) t.equal(blockScalarExtent(text, 0, 0).tab, tab, name)
})
