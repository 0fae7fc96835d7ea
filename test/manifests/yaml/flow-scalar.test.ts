import t from 'tap'
import { readFlowScalar } from '../../../src/manifests/yaml/flow-scalar.ts'

type Style = 'plain' | 'single-quoted' | 'double-quoted'

function pieces(text: string, style: Style): string[] {
  const read = readFlowScalar(text, { start: 0, end: text.length }, style)
  if (read.kind === 'refused') return [`refused ${read.escape} at ${read.offset}`]
  return read.pieces.map(({ text, start, verbatim }) => `${start}${verbatim ? ':' : '~'}${text}`)
}

t.test('what a scalar is made of: `:` letter by letter, `~` in the place of something else', async t => {
  const cases: { name: string; style: Style; text: string; pieces: string[] }[] = [
    { name: 'a plain word', style: 'plain', text: 'ab', pieces: ['0:ab'] },
    { name: 'inner blanks stay', style: 'plain', text: 'a \t b', pieces: ['0:a \t b'] },
    { name: 'a line break is a blank', style: 'plain', text: 'a\nb', pieces: ['0:a', '1~ ', '2:b'] },
    { name: 'blanks around a break vanish', style: 'plain', text: 'a \t\n \tb', pieces: ['0:a', '3~ ', '6:b'] },
    { name: 'of two breaks the first vanishes', style: 'plain', text: 'a\n\nb', pieces: ['0:a', '2~\n', '3:b'] },
    { name: 'of three breaks too', style: 'plain', text: 'a\n \n\nb', pieces: ['0:a', '3~\n', '4~\n', '5:b'] },
    { name: 'CRLF is one break', style: 'plain', text: 'a\r\nb', pieces: ['0:a', '1~ ', '3:b'] },
    { name: 'empty quotes', style: 'single-quoted', text: "''", pieces: [] },
    { name: 'quotes are no part of it', style: 'single-quoted', text: "'a'", pieces: ['1:a'] },
    { name: 'a doubled quote is one, the first', style: 'single-quoted', text: "'a''b'", pieces: ["1:a'", '4:b'] },
    { name: 'blanks before the closing quote stay', style: 'single-quoted', text: "'a '", pieces: ['1:a '] },
    { name: 'but not behind a break', style: 'single-quoted', text: "'a\n '", pieces: ['1:a', '2~ '] },
    { name: 'a break right behind the quote', style: 'single-quoted', text: "'\na'", pieces: ['1~ ', '2:a'] },
    { name: 'a backslash means nothing', style: 'single-quoted', text: "'\\n'", pieces: ['1:\\n'] },
    { name: 'an escape', style: 'double-quoted', text: '"a\\nb"', pieces: ['1:a', '2~\n', '4:b'] },
    {
      name: 'an escape of ten characters',
      style: 'double-quoted',
      text: '"\\U0001F600b"',
      pieces: ['1~\u{1F600}', '11:b'],
    },
    { name: 'an escaped break joins lines', style: 'double-quoted', text: '"a\\\n  b"', pieces: ['1:a', '6:b'] },
    { name: 'and keeps the blanks before it', style: 'double-quoted', text: '"a \\\n  b"', pieces: ['1:a ', '7:b'] },
    {
      name: 'an empty line behind an escaped break counts',
      style: 'double-quoted',
      text: '"a\\\n\nb"',
      pieces: ['1:a', '4~\n', '5:b'],
    },
    {
      name: 'an escaped blank behind a break stays',
      style: 'double-quoted',
      text: '"a\n\\ b"',
      pieces: ['1:a', '2~ ', '3~ ', '5:b'],
    },
    { name: 'a single quote', style: 'double-quoted', text: '"it\'s"', pieces: ["1:it's"] },
    { name: 'an escape that is none', style: 'double-quoted', text: '"ab\\q"', pieces: ['refused \\q at 3'] },
    { name: 'JSON’s slash is none in YAML 1.1', style: 'double-quoted', text: '"\\/"', pieces: ['refused \\/ at 1'] },
  ]
  for (const { name, style, text, pieces: expected } of cases) t.strictSame(pieces(text, style), expected, name)
})

t.test('the range decides, not the text around it', async t => {
  const read = readFlowScalar(`a: 'b' # 'c'`, { start: 3, end: 6 }, 'single-quoted')
  t.match(read, { kind: 'read', pieces: [{ text: 'b', start: 4, verbatim: true }] })
})
