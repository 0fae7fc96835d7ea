import t from 'tap'
import { judged, type MarkedMistake } from './marked.ts'

const callout = (number: string): Pick<MarkedMistake, 'found' | 'fix'> => ({
  found: `"${number}", a callout copied from documentation`,
  fix: 'Take out this and all other callouts',
})

const callouts: readonly MarkedMistake[] = [
  { name: 'a bare digit after a comma', text: '{"type": "bond", ‸1\n"mode": "active-backup"}', ...callout('1') },
  { name: 'a bare digit before the end', text: '{"mtu": 1500, ‸2\n}', ...callout('2') },
  { name: 'a bare digit after a comma, lines folded', text: '{"type": "bond", ‸1 "mode": "x"}', ...callout('1') },
  { name: 'a bare digit after a value', text: '{"type": "bond" ‸1\n"mode": "active-backup"}', ...callout('1') },
  { name: 'a bare digit after a value, before the comma', text: '{"type": "bond" ‸1,\n"mode": "x"}', ...callout('1') },
  { name: 'a bare digit right behind a value', text: '{"type": "bond"‸1\n}', ...callout('1') },
  { name: 'a bare digit after a number', text: '{"mtu": 1500 ‸12\n}', ...callout('12') },
  { name: 'a bare digit after a list', text: '{"links": [{"name": "net1"}] ‸3\n}', ...callout('3') },
  { name: 'a bare digit after the first brace', text: '{ ‸1\n"type": "bond"}', ...callout('1') },
  { name: 'a bare digit after an opening bracket', text: '{"links": [ ‸1\n{"name": "net1"}]}', ...callout('1') },
  { name: 'a bare digit before an object', text: '{"ipam": ‸7 {"type": "host-local"}}', ...callout('7') },
  { name: 'a bare digit before a list', text: '{"links": ‸7 [{"name": "net1"}]}', ...callout('7') },
  { name: 'a bare digit at the end', text: '{"type": "bond"} ‸1', ...callout('1') },
  { name: 'angle brackets after a value', text: '{"type": "bond" ‸<1>,\n"mode": "x"}', ...callout('<1>') },
  { name: 'angle brackets after a comma', text: '{"type": "bond", ‸<1>\n"mode": "x"}', ...callout('<1>') },
  { name: 'angle brackets in a list', text: '[{"name": "net1"}, ‸<2>\n{"name": "net2"}]', ...callout('<2>') },
  { name: 'angle brackets before a value', text: '{"links": ‸<1> []}', ...callout('<1>') },
  { name: 'angle brackets at the end', text: '{"type": "bond"} ‸<11>', ...callout('<11>') },
  { name: 'round brackets', text: '{"type": "bond", ‸(1)\n"mode": "x"}', ...callout('(1)') },
  { name: 'a digit in a circle', text: '{"type": "bond", ‸②\n"mode": "x"}', ...callout('②') },
  { name: 'a digit in a black circle', text: '{"type": "bond" ‸❶\n}', ...callout('❶') },
]

const leftovers: readonly MarkedMistake[] = [
  { name: 'nothing', text: '‸', found: 'the text is empty', fix: 'Write a JSON object or list' },
  { name: 'only blanks', text: ' \n‸', found: 'the text is empty', fix: 'Write a JSON object or list' },
  {
    name: 'a byte order mark',
    text: '‸\ufeff{}',
    found: 'a byte order mark (U+FEFF) at the start',
    fix: 'Save the text without byte order mark',
  },
  {
    name: 'a no-break space from a web page',
    text: '{\n‸\u00a0"type": "bond"}',
    found: 'an invisible character (U+00A0)',
    fix: 'Replace it by an ordinary blank, or take it out',
  },
  {
    name: 'a zero width space',
    text: '{"a": 1,‸\u200b "b": 2}',
    found: 'an invisible character (U+200B)',
    fix: 'Replace it by an ordinary blank, or take it out',
  },
  {
    name: 'a byte order mark elsewhere',
    text: '{}‸\ufeff',
    found: 'an invisible character (U+FEFF)',
    fix: 'Replace it by an ordinary blank, or take it out',
  },
  {
    name: 'NUL at the end',
    text: '{}‸\0',
    found: 'an invisible character (U+0000)',
    fix: 'Replace it by an ordinary blank, or take it out',
  },
  {
    name: 'typographic quotes around a key',
    text: '{‸“type”: “bond”}',
    found: 'the typographic quote “',
    fix: 'Write the straight quote "',
  },
  {
    name: 'typographic quotes around a value',
    text: '{"type": ‸„bond“}',
    found: 'the typographic quote „',
    fix: 'Write the straight quote "',
  },
  { name: 'back quotes', text: '{"a": ‸`b`}', found: 'the typographic quote `', fix: 'Write the straight quote "' },
  {
    name: 'a comment with slashes',
    text: '‸// the bond\n{}',
    found: 'a comment (//); JSON has none',
    fix: 'Take the comment out',
  },
  {
    name: 'a comment with a hash after a comma',
    text: '{"mtu": 1500, ‸# jumbo later\n"mode": "x"}',
    found: 'a comment (#); JSON has none',
    fix: 'Take the comment out',
  },
  {
    name: 'a comment between slashes and stars',
    text: '{"mtu": 1500 ‸/* jumbo */}',
    found: 'a comment (/*); JSON has none',
    fix: 'Take the comment out',
  },
  {
    name: 'a comment of XML',
    text: '{} ‸<!-- end -->',
    found: 'a comment (<!--); JSON has none',
    fix: 'Take the comment out',
  },
]

const templates: readonly MarkedMistake[] = [
  {
    name: 'a Helm value',
    text: '{"mtu": ‸{{ .Values.mtu }}}',
    found: 'the template "{{ .Values.mtu }}", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a Helm action that trims blanks',
    text: '{"a": 1,\n‸{{- if .x }}\n"b": 2}',
    found: 'the template "{{- if .x }}", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a Jinja statement',
    text: '{"a": 1, ‸{% if x %} "b": 2}',
    found: 'the template "{% if x %}", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a template for all of it',
    text: '‸{{ toJson .config }}',
    found: 'the template "{{ toJson .config }}", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a shell variable',
    text: '{"mtu": ‸$MTU}',
    found: 'the template "$MTU", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a shell variable in braces',
    text: '{"mtu": ‸${MTU:-1500}}',
    found: 'the template "${MTU:-1500}", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a variable of Kubernetes',
    text: '{"mtu": ‸$(MTU)}',
    found: 'the template "$(MTU)", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: "what Go's templates write for a missing value",
    text: '{"mtu": ‸<no value>}',
    found: 'the template "<no value>", not filled in',
    fix: 'Put the value in its place',
  },
  {
    name: 'a placeholder',
    text: '{"mtu": ‸<your mtu>}',
    found: 'the placeholder "<your mtu>"',
    fix: 'Put in its place what it stands for, or take it out',
  },
  {
    name: 'an ellipsis',
    text: '{"type": "bond", ‸...}',
    found: 'the placeholder "..."',
    fix: 'Put in its place what it stands for, or take it out',
  },
  {
    name: 'an ellipsis in one character',
    text: '[{"name": "net1"}, ‸…]',
    found: 'the placeholder "…"',
    fix: 'Put in its place what it stands for, or take it out',
  },
  {
    name: 'quotes escaped for another program',
    text: String.raw`{‸\"type\": \"bond\"}`,
    found: 'a backslash outside of a text',
    fix: 'Write it without: the text was escaped once too often',
  },
  {
    name: 'line breaks written as \\n',
    text: String.raw`{"type": "bond",‸\n"mode": "x"}`,
    found: 'a backslash outside of a text',
    fix: 'Write it without: the text was escaped once too often',
  },
]

for (const [title, mistakes] of Object.entries({ callouts, leftovers, templates })) {
  t.test(title, async t => {
    for (const mistake of mistakes) {
      const { seen, expected } = judged(mistake)
      t.same(seen, expected, mistake.name)
    }
  })
}

t.test('numbers that are no callouts', async t => {
  const cases: readonly MarkedMistake[] = [
    { name: 'numbers without comma', text: '[1‸ 2]', found: 'no comma after "1"', fix: 'Write a comma' },
    { name: 'a number as key', text: '{‸1: 2}', found: 'the key 1 without quotes', fix: 'Write "1"' },
    {
      name: 'a number of three digits',
      text: '{"a": 1,‸100}',
      found: 'the key 100 without quotes',
      fix: 'Write "100"',
    },
    {
      name: 'no comma behind a number',
      text: '{"mtu": 15‸ "a": 1}',
      found: 'no comma after "15"',
      fix: 'Write a comma',
    },
    { name: 'two numbers', text: '1 ‸2', found: '"2" after the end of the JSON', fix: 'Take it out' },
  ]
  for (const mistake of cases) {
    const { seen, expected } = judged(mistake)
    t.same(seen, expected, mistake.name)
  }
})
