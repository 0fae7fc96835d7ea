import t from 'tap'
import { visibleText } from '../../src/manifests/visible-text.ts'

t.test('what cannot be seen is written out', async t => {
  const cases = [
    { name: 'an ordinary text', text: 'bond-net1 é 😀 “x”', visible: 'bond-net1 é 😀 “x”' },
    { name: 'a byte order mark', text: '\uFEFFkind', visible: '\\uFEFFkind' },
    { name: 'a no-break space', text: 'a\u00a0b', visible: 'a\\u00A0b' },
    { name: 'a blank without width', text: 'a\u200bb', visible: 'a\\u200Bb' },
    { name: 'a text that runs backwards', text: '\u202ea', visible: '\\u202Ea' },
    { name: 'colours of a terminal', text: '\u001b[31m', visible: '\\u001B[31m' },
  ]
  for (const { name, text, visible } of cases) t.equal(visibleText(text), visible, name)
})
