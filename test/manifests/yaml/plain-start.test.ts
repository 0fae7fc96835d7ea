import t from 'tap'
import { startsPlain } from '../../../src/manifests/yaml/plain-start.ts'

t.test('what a text without quotes can begin with', async t => {
  const cases: [text: string, inBlocks: boolean, inBrackets: boolean][] = [
    ['a', true, true],
    ['é', true, true],
    ['-a', true, true],
    ['- ', false, false],
    ['?a', true, false],
    [':a', true, false],
    [': ', false, false],
    ['@a', false, false],
    ['%a', false, false],
    ['`a', false, false],
    ['\ta', false, false],
    ['=', true, true],
  ]
  for (const [text, inBlocks, inBrackets] of cases) {
    const starts = (inFlow: boolean) => startsPlain(text.charAt(0), text.charAt(1), inFlow)
    t.strictSame([starts(false), starts(true)], [inBlocks, inBrackets], JSON.stringify(text))
  }
})
