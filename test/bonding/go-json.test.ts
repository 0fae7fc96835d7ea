import t from 'tap'
import { type JsonNode, parseGoJson } from '../../src/bonding/go-json.ts'

function read(text: string): JsonNode {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(`${reading.problem.found}: ${text}`)
  return reading.root
}

/** As JSON.parse would give it. */
function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, valueOf(value)]))
    case 'array':
      return node.elements.map(valueOf)
    case 'number':
      return Number(node.literal)
    case 'null':
      return null
    case 'string':
    case 'boolean':
      return node.value
  }
}

t.test('a tree keeps positions, literals, repeats and the order of keys', async t => {
  t.same(read('{"b": 1.0, "a": [true, null], "b": "x"}'), {
    kind: 'object',
    start: 0,
    end: 39,
    members: [
      {
        key: { kind: 'string', start: 1, end: 4, value: 'b' },
        value: { kind: 'number', start: 6, end: 9, literal: '1.0' },
      },
      {
        key: { kind: 'string', start: 11, end: 14, value: 'a' },
        value: {
          kind: 'array',
          start: 16,
          end: 28,
          elements: [
            { kind: 'boolean', start: 17, end: 21, value: true },
            { kind: 'null', start: 23, end: 27 },
          ],
        },
      },
      {
        key: { kind: 'string', start: 30, end: 33, value: 'b' },
        value: { kind: 'string', start: 35, end: 38, value: 'x' },
      },
    ],
  })
})

t.test('spans leave out the blanks around a value', async t => {
  const cases = [
    { text: ' 1 ', start: 1, end: 2 },
    { text: '\t\r\n "a"\n', start: 4, end: 7 },
    { text: ' { } ', start: 1, end: 4 },
    { text: ' [\n] ', start: 1, end: 4 },
    { text: 'false', start: 0, end: 5 },
    { text: '\nnull', start: 1, end: 5 },
    { text: ' -1.5e+3 ', start: 1, end: 8 },
    { text: ' {"a" : 1 } ', start: 1, end: 11 },
    { text: '"😀"', start: 0, end: 4 },
  ]
  for (const { text, start, end } of cases) t.match(read(text), { start, end }, JSON.stringify(text))
})

t.test('what Go accepts', async t => {
  const cases = [
    '{}',
    '[]',
    '[[]]',
    '[{}]',
    '{"a":{}}',
    '""',
    '"a"',
    '0',
    '-0',
    '10',
    '-1',
    '0.5',
    '1.50',
    '1e5',
    '1E5',
    '1e+5',
    '1e-05',
    '0e0',
    '123456789012345678901234567890',
    'true',
    'false',
    'null',
    '[1,2,3]',
    '[ 1 , "a" , null ]',
    '{"a":1,"b":[true,{"c":"d"}]}',
    ' {\t"a"\r:\n1 } ',
    '{"":""}',
    '{"type":"bond","links":[{"name":"net1"},{"name":"net2"}]}',
  ]
  for (const text of cases) t.same(valueOf(read(text)), JSON.parse(text), text)
})

t.test('literals of numbers stay as written', async t => {
  for (const literal of ['1', '1.0', '1e0', '-0', '-0.0', '1E+2', '1e400', '9007199254740993', '0.10']) {
    t.same(read(literal), { kind: 'number', literal, start: 0, end: literal.length })
    t.same(read(`[ ${literal} ]`), {
      kind: 'array',
      start: 0,
      end: literal.length + 4,
      elements: [{ kind: 'number', literal, start: 2, end: 2 + literal.length }],
    })
  }
})

t.test('strings decode as Go decodes them', async t => {
  const cases = [
    { name: 'all short escapes', text: String.raw`"\"\\\/\b\f\n\r\t"`, value: '"\\/\b\f\n\r\t' },
    { name: 'a \\u escape, hexadecimal digits in both cases', text: String.raw`"\u00e9\u00E9"`, value: 'éé' },
    { name: 'NUL', text: String.raw`"net1\u0000"`, value: 'net1\u0000' },
    { name: 'text around escapes', text: String.raw`"a\nb\u0041c"`, value: 'a\nbAc' },
    { name: 'a pair of surrogates', text: String.raw`"\ud83d\ude00"`, value: '😀' },
    { name: 'a lone high surrogate', text: String.raw`"\ud83d"`, value: '\ufffd' },
    { name: 'a lone low surrogate', text: String.raw`"\ude00"`, value: '\ufffd' },
    { name: 'a pair in the wrong order', text: String.raw`"\ude00\ud83d"`, value: '\ufffd\ufffd' },
    { name: 'a high surrogate before another escape', text: String.raw`"\ud83d\u0041"`, value: '\ufffdA' },
    { name: 'a high surrogate before a short escape', text: String.raw`"\ud83d\n"`, value: '\ufffd\n' },
    {
      name: 'a high surrogate before an escape above the low ones',
      text: String.raw`"\ud83d\ue000"`,
      value: '\ufffd\ue000',
    },
    { name: 'a high surrogate before text', text: String.raw`"\ud83dx"`, value: '\ufffdx' },
    { name: 'a high surrogate before a pair', text: String.raw`"\ud83d\ud83d\ude00"`, value: '\ufffd😀' },
    { name: 'half escaped, half raw is no pair', text: '"\\ud83d\ude00"', value: '\ufffd\ufffd' },
    { name: 'half raw, half escaped is no pair', text: '"\ud83d\\ude00"', value: '\ufffd\ufffd' },
    { name: 'raw lone surrogates: no text in UTF-8 can have them', text: '"a\ud83d"', value: 'a\ufffd' },
    { name: 'a raw pair', text: '"😀"', value: '😀' },
    { name: 'delete, which is no control character for JSON', text: '"\u007f"', value: '\u007f' },
    { name: 'line and paragraph separator', text: '"\u2028\u2029"', value: '\u2028\u2029' },
    { name: 'characters of two and three bytes', text: '"é€"', value: 'é€' },
    { name: 'an escaped backslash before a u', text: String.raw`"\\u0041"`, value: String.raw`\u0041` },
    { name: 'an escaped backslash at the end', text: String.raw`"a\\"`, value: 'a\\' },
  ]
  for (const { name, text, value } of cases) {
    t.strictSame(read(text), { kind: 'string', start: 0, end: text.length, value }, name)
    t.strictSame(valueOf(read(`{${text}:1}`)), { [value]: 1 }, `${name}, in a key`)
  }
})

t.test('repeats of a key are all there, in order', async t => {
  const root = read('{"a":1,"A":2,"a":null,"a":3}')
  const members = root.kind === 'object' ? root.members : []
  t.same(
    members.map(({ key, value }) => [key.value, valueOf(value)]),
    [
      ['a', 1],
      ['A', 2],
      ['a', null],
      ['a', 3],
    ],
  )
})

t.test('keys that are special in JavaScript are keys like others', async t => {
  const root = read('{"__proto__":{"a":1},"constructor":2,"10":3,"2":4}')
  const keys = root.kind === 'object' ? root.members.map(member => member.key.value) : []
  t.same(keys, ['__proto__', 'constructor', '10', '2'])
})

t.test('10000 levels are read, one more is refused, and no stack overflows', async t => {
  const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth)
  const shapes = [
    { name: 'lists', open: '[', close: ']', character: '[' },
    { name: 'objects', open: '{"a":', close: '}', character: '{' },
  ]
  for (const { name, open, close, character } of shapes) {
    const inner = open === '[' ? '' : '1'
    const deep = open.repeat(10_000) + inner + close.repeat(10_000)
    t.equal(parseGoJson(deep).kind, 'json', name)
    t.match(parseGoJson(nested(10_001, open, close)), {
      problem: { goMessage: `invalid character '${character}' exceeded max depth`, offset: 10_000 * open.length },
    })
    t.match(parseGoJson(open.repeat(200_000)), { problem: { offset: 10_000 * open.length } })
  }
})

t.test('a megabyte is no matter', async t => {
  const cases = {
    'a long list': `[${'1,'.repeat(500_000)}1]`,
    'many objects': `[${'{"name":"net1"},'.repeat(60_000)}{}]`,
    'a long text': `"${'x'.repeat(1_000_000)}"`,
    'many escapes': `"${String.raw`\n\ud83d`.repeat(125_000)}"`,
    blanks: `${' '.repeat(1_000_000)}1`,
    'a long number': '1'.repeat(1_000_000),
  }
  for (const [name, text] of Object.entries(cases)) t.equal(parseGoJson(text).kind, 'json', name)
  const broken = {
    'an extra comma at the end': `[${'1,'.repeat(500_000)}]`,
    'a wrong bracket at the end': `[${'{"name":"net1"},'.repeat(60_000)}{]`,
    'only opening brackets': '['.repeat(1_000_000),
    'a text without end': `"${'x'.repeat(1_000_000)}`,
    'a word without end': 'x'.repeat(1_000_000),
    'a comment without end': '#'.repeat(1_000_000),
    'a quote too many behind blanks': `["${' '.repeat(500_000)}"x]`,
    'a quote too many behind commas': `["${', '.repeat(250_000)}"x]`,
    'a letter behind a long number': `[${'1'.repeat(500_000)}x]`,
    'blanks only': ' '.repeat(1_000_000),
  }
  for (const [name, text] of Object.entries(broken)) t.equal(parseGoJson(text).kind, 'not-json', name)
})
