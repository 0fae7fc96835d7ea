import t from 'tap'
import { judged, type MarkedMistake } from './marked.ts'

const texts: readonly MarkedMistake[] = [
  {
    name: 'a quote forgotten at the end of a line',
    text: '{"mode": ‸"active-backup,\n"miimon": "100"}',
    found: 'the text "active-backup," is not closed on its line',
    fix: 'Close it with a quote, or write \\n for a line break in it',
  },
  {
    name: 'a quote forgotten in a key, at the end of a line',
    text: '{‸"mode\r\n: "x"}',
    found: 'the text "mode" is not closed on its line',
    fix: 'Close it with a quote, or write \\n for a line break in it',
  },
  {
    name: 'a quote forgotten where YAML has folded the lines',
    text: '{"mode": ‸"active-backup, "miimon": "100"}',
    found: 'the text "active-backup" is not closed',
    fix: 'Write "active-backup"',
  },
  {
    name: 'a quote forgotten behind a key',
    text: '{‸"mode: "active-backup"}',
    found: 'the text "mode" is not closed',
    fix: 'Write "mode"',
  },
  {
    name: 'a quote forgotten at the end',
    text: '{"mode": ‸"active-backup}',
    found: 'the text "active-backup}" is never closed',
    fix: 'Close it with a quote',
  },
  {
    name: 'a text without end that ends in a backslash',
    text: '{"mode": ‸"x\\',
    found: String.raw`the text "x\" is never closed`,
    fix: 'Close it with a quote',
  },
  {
    name: 'a long text without end is shortened',
    text: `‸"${'lorem ipsum '.repeat(30)}`,
    found: 'the text "lorem ipsum lorem ipsum lorem …" is never closed',
    fix: 'Close it with a quote',
  },
  {
    name: 'quotes inside a text',
    text: '{"note": "say ‸"hi" now"}',
    found: 'a quote inside a text',
    fix: 'Write \\" for it, or put a comma before the next text',
  },
  { name: 'a tab in a text', text: '{"a": "b‸\tc"}', found: 'a tab inside a text', fix: 'Write \\t, or a blank' },
  { name: 'a tab in a key', text: '{"a‸\t": 1}', found: 'a tab inside a text', fix: 'Write \\t, or a blank' },
  {
    name: 'a control character in a text',
    text: '"a‸\u001b[0m"',
    found: 'the control character U+001B inside a text',
    fix: 'Write \\u001b, or take it out',
  },
  {
    name: 'a Windows path',
    text: String.raw`"C:‸\data"`,
    found: String.raw`\d, which is no escape in JSON`,
    fix: String.raw`Write \\d for a backslash`,
  },
  {
    name: 'an escaped single quote',
    text: String.raw`"it‸\'s"`,
    found: String.raw`\', which is no escape in JSON`,
    fix: "Write ' without backslash",
  },
  {
    name: 'a hexadecimal escape of another language',
    text: String.raw`"‸\x41"`,
    found: String.raw`\x, which is no escape in JSON`,
    fix: String.raw`Write \\x for a backslash`,
  },
  {
    name: 'an escaped character of four bytes',
    text: '"‸\\😀"',
    found: '\\😀, which is no escape in JSON',
    fix: 'Write \\\\😀 for a backslash',
  },
  {
    name: 'too few digits behind \\u',
    text: String.raw`"a‸\u41"`,
    found: String.raw`\u without four hexadecimal digits behind it`,
    fix: String.raw`Write all four, or \\u for a backslash and a u`,
  },
  {
    name: 'single quotes around a key',
    text: "{‸'mode': 1}",
    found: 'single quotes around "mode"',
    fix: 'Write "mode"',
  },
  {
    name: 'single quotes around a value',
    text: `{"mode": ‸'active-backup'}`,
    found: 'single quotes around "active-backup"',
    fix: 'Write "active-backup"',
  },
  {
    name: 'single quotes around quotes',
    text: `{"mode": ‸'"x"'}`,
    found: 'single quotes around `"x"`',
    fix: String.raw`Write "\"x\""`,
  },
  { name: 'a lone single quote', text: `["a", ‸'b]`, found: 'single quotes', fix: 'Write double quotes' },
]

const keysAndWords: readonly MarkedMistake[] = [
  { name: 'a key without quotes', text: '{‸mode: "x"}', found: 'the key mode without quotes', fix: 'Write "mode"' },
  {
    name: 'a key without its first quote',
    text: '{‸mode": 1}',
    found: 'the key mode without quotes',
    fix: 'Write "mode"',
  },
  {
    name: 'a key with a hyphen',
    text: '{"a": 1, ‸cni-args: {}}',
    found: 'the key cni-args without quotes',
    fix: 'Write "cni-args"',
  },
  {
    name: 'a value without quotes',
    text: '{"mode": ‸active-backup}',
    found: '"active-backup" without quotes',
    fix: 'Write "active-backup"',
  },
  {
    name: 'a value without its first quote',
    text: '{"mode": ‸active-backup", "a": 1}',
    found: '"active-backup" without quotes',
    fix: 'Write "active-backup"',
  },
  {
    name: 'a value of several words',
    text: '{"a": ‸hello world, "b": 1}',
    found: '"hello world" without quotes',
    fix: 'Write "hello world"',
  },
  { name: 'a name that begins like null', text: '[‸net1, net2]', found: '"net1" without quotes', fix: 'Write "net1"' },
  { name: 'a name that begins like true', text: '{"a": ‸tlb}', found: '"tlb" without quotes', fix: 'Write "tlb"' },
  { name: 'a word with a minus', text: '{"a": ‸-x}', found: '"-x" without quotes', fix: 'Write "-x"' },
  {
    name: 'a word that JavaScript knows',
    text: '[‸constructor]',
    found: '"constructor" without quotes',
    fix: 'Write "constructor"',
  },
  { name: 'another sign', text: '{"a": ‸@x}', found: '"@x" without quotes', fix: 'Write "@x"' },
  { name: 'a variable of a batch file', text: '{"a": ‸%MTU%}', found: '"%MTU%" without quotes', fix: 'Write "%MTU%"' },
  { name: 'True', text: '{"a": ‸True}', found: 'True, a word that JSON does not have', fix: 'Write true' },
  { name: 'FALSE', text: '{"a": ‸FALSE}', found: 'FALSE, a word that JSON does not have', fix: 'Write false' },
  { name: 'None', text: '[‸None]', found: 'None, a word that JSON does not have', fix: 'Write null' },
  { name: 'nil', text: '[‸nil]', found: 'nil, a word that JSON does not have', fix: 'Write null' },
  { name: 'undefined', text: '[‸undefined]', found: 'undefined, a word that JSON does not have', fix: 'Write null' },
  { name: 'yes', text: '{"a": ‸yes}', found: 'yes, a word that JSON does not have', fix: 'Write true' },
  { name: 'off', text: '{"a": ‸off}', found: 'off, a word that JSON does not have', fix: 'Write false' },
  {
    name: 'a word that is cut off',
    text: '{"a": ‸tru',
    found: 'the text ends in the middle of tru',
    fix: 'Write the rest',
  },
  {
    name: 'a word that goes on',
    text: '{"a": ‸nullable}',
    found: '"nullable" without quotes',
    fix: 'Write "nullable"',
  },
  {
    name: 'a block of YAML',
    text: '‸type: bond\nmode: active-backup',
    found: 'not JSON: it begins like YAML, with "type: bond"',
    fix: 'Write it as JSON, in { } or [ ]',
  },
  {
    name: 'a list of YAML',
    text: '‸- name: net1\n- name: net2',
    found: 'not JSON: it begins like YAML, with "- name: net1"',
    fix: 'Write it as JSON, in { } or [ ]',
  },
  {
    name: 'a document marker of YAML',
    text: '‸---\n{}',
    found: 'not JSON: it begins like YAML, with "---"',
    fix: 'Write it as JSON, in { } or [ ]',
  },
]

const numbers: readonly MarkedMistake[] = [
  {
    name: 'an address',
    text: '{"a": ‸10.56.217.1}',
    found: '"10.56.217.1" without quotes',
    fix: 'Write "10.56.217.1"',
  },
  {
    name: 'a network',
    text: '{"a": ‸10.56.217.0/24, "b": 1}',
    found: '"10.56.217.0/24" without quotes',
    fix: 'Write "10.56.217.0/24"',
  },
  {
    name: 'a hardware address',
    text: '{"mac": ‸02:00:00:00:00:01}',
    found: '"02:00:00:00:00:01" without quotes',
    fix: 'Write "02:00:00:00:00:01"',
  },
  { name: 'a number with a unit', text: '{"miimon": ‸100ms}', found: '"100ms" without quotes', fix: 'Write "100ms"' },
  { name: '802.3ad', text: '{"mode": ‸802.3ad}', found: '"802.3ad" without quotes', fix: 'Write "802.3ad"' },
  { name: 'a leading zero', text: '{"miimon": ‸0100}', found: '0100, with a leading zero', fix: 'Write 100' },
  { name: 'leading zeros behind a minus', text: '[‸-007]', found: '-007, with a leading zero', fix: 'Write -7' },
  { name: 'a leading zero, not a callout', text: '{"a": ‸01}', found: '01, with a leading zero', fix: 'Write 1' },
  { name: 'only zeros', text: '[‸00]', found: '00, with a leading zero', fix: 'Write 0' },
  { name: 'hexadecimal', text: '{"a": ‸0x64}', found: 'the hexadecimal 0x64', fix: 'Write 100' },
  { name: 'underscores', text: '{"mtu": ‸1_500}', found: '"1_500" without quotes', fix: 'Write "1_500"' },
  { name: 'a plus', text: '{"a": ‸+1}', found: '+1, which is no number in JSON', fix: 'Write 1' },
  { name: 'no digit before the point', text: '{"a": ‸.5}', found: '.5, which is no number in JSON', fix: 'Write 0.5' },
  {
    name: 'no digit behind the point',
    text: '{"a": ‸1.}',
    found: '1., which is no number in JSON',
    fix: 'Write digits on both sides of the point',
  },
  {
    name: 'no digit behind the e',
    text: '[‸1e+, 2]',
    found: '1e+, which is no number in JSON',
    fix: 'Write digits behind the e',
  },
  {
    name: 'a lone minus',
    text: '[‸- 1]',
    found: '-, which is no number in JSON',
    fix: 'Write digits behind the minus',
  },
  { name: 'NaN', text: '{"a": ‸NaN}', found: 'NaN, which is no number in JSON', fix: 'Write a number' },
  {
    name: 'infinity',
    text: '{"a": ‸-Infinity}',
    found: '-Infinity, which is no number in JSON',
    fix: 'Write a number',
  },
]

for (const [title, mistakes] of Object.entries({ texts, keysAndWords, numbers })) {
  t.test(title, async t => {
    for (const mistake of mistakes) {
      const { seen, expected } = judged(mistake)
      t.same(seen, expected, mistake.name)
    }
  })
}
