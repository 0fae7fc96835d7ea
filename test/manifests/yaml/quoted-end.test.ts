import t from 'tap'
import { quotedEnd } from '../../../src/manifests/yaml/quoted-end.ts'

t.test('where a quoted scalar ends', async t => {
  const cases = [
    { name: 'at the next quote', text: "'a' b", end: 3 },
    { name: 'an empty one', text: "'' b", end: 2 },
    { name: 'not at a doubled quote', text: "'a''b' c", end: 6 },
    { name: 'three quotes: the pair counts first', text: "'''a' b", end: 5 },
    { name: 'over lines', text: "'a\n\nb' c", end: 6 },
    { name: 'the other quote means nothing', text: `'a"b' c`, end: 5 },
    { name: 'a backslash means nothing', text: "'a\\' b", end: 4 },
    { name: 'nowhere', text: "'a\nb", end: undefined },
    { name: 'nowhere, with a doubled quote at the end', text: "'a''", end: undefined },
    { name: 'not behind a document end', text: "'a\n... \nb'", end: undefined },
    { name: 'a line that only begins like one', text: "'a\n...b\nc'", end: 10 },
    { name: 'in double quotes', text: '"a" b', end: 3 },
    { name: 'not at an escaped quote', text: '"a\\"b" c', end: 6 },
    { name: 'at a quote behind an escaped backslash', text: '"a\\\\" c', end: 5 },
    { name: 'an escaped break before a document end', text: '"a\\\n...\n"', end: undefined },
    { name: 'a backslash at the very end', text: '"a\\', end: undefined },
  ]
  for (const { name, text, end } of cases) t.equal(quotedEnd(text, 0, text.charAt(0)), end, name)
})
