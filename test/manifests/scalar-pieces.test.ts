import t from 'tap'
import { breakLength, PieceCollector, pieceOffset, piecesText } from '../../src/manifests/scalar-pieces.ts'

t.test('places in a text of pieces', async t => {
  const out = new PieceCollector('ab--cd')
  out.verbatim(0, 2)
  out.replaced('\n\n', 2)
  out.verbatim(4, 6)
  t.equal(piecesText(out.pieces), 'ab\n\ncd')
  t.strictSame(
    [0, 1, 2, 3, 4, 5, 6, 7].map(offset => pieceOffset(out.pieces, offset)),
    [0, 1, 2, 2, 4, 5, 6, undefined],
  )
})

t.test('no pieces', async t => {
  t.equal(piecesText([]), '')
  t.equal(pieceOffset([], 0), undefined)
  const out = new PieceCollector('abc')
  out.verbatim(1, 1)
  t.strictSame(out.pieces, [], 'nothing is no piece')
})

t.test('line breaks of YAML 1.1', async t => {
  const cases: [text: string, length: number][] = [
    ['\n', 1],
    ['\r\n', 2],
    ['\r\r\n', 3],
    ['\r\r', 1],
    ['\r', 1],
    ['\u0085', 1],
    ['\u2028', 1],
    ['\u2029', 1],
    ['a', 0],
    ['', 0],
  ]
  for (const [text, length] of cases) t.equal(breakLength(text, 0), length, encodeURI(text))
})
