import t from 'tap'
import { anchorEnd } from '../../../src/manifests/yaml/anchor-name.ts'

t.test('where the name of an anchor ends', async t => {
  const cases: [text: string, end: number | undefined][] = [
    ['&a b', 2],
    ['*a_B-9', 6],
    ['&a\nb', 2],
    ['*a, b', 2],
    ['*a]', 2],
    ['*a}', 2],
    ['*a: b', 2],
    ['&', undefined],
    ['& a', undefined],
    ['*.log', undefined],
    ['&a.b', undefined],
    ['&é', undefined],
    ['&quot;', undefined],
  ]
  for (const [text, end] of cases) t.equal(anchorEnd(text, 0), end, JSON.stringify(text))
  t.equal(anchorEnd('x: *a\n', 3), 5, 'inside a text')
})
