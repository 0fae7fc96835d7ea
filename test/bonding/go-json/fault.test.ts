import t from 'tap'
import { parseGoJson } from '../../../src/bonding/go-json.ts'

// Every message is what json.Unmarshal of Go 1.26.8 returned for that text.
const cases = [
  { name: 'nothing', text: '', go: 'unexpected end of JSON input' },
  { name: 'blanks only', text: ' \n', go: 'unexpected end of JSON input' },
  { name: 'a word', text: 'bond', go: "invalid character 'b' looking for beginning of value" },
  { name: 'a word that begins like true', text: 'type', go: "invalid character 'y' in literal true (expecting 'r')" },
  { name: 'true with another end', text: 'trux', go: "invalid character 'x' in literal true (expecting 'e')" },
  { name: 'true cut off', text: 'tru', go: "invalid character ' ' in literal true (expecting 'e')" },
  { name: 'false with another middle', text: 'fails', go: "invalid character 'i' in literal false (expecting 'l')" },
  { name: 'false cut off', text: 'f', go: "invalid character ' ' in literal false (expecting 'a')" },
  { name: 'null with another letter', text: 'nil', go: "invalid character 'i' in literal null (expecting 'u')" },
  { name: 'null cut off', text: '[nul]', go: "invalid character ']' in literal null (expecting 'l')" },
  { name: 'a word that goes on', text: 'nullx', go: "invalid character 'x' after top-level value" },
  { name: 'a capital', text: '[True]', go: "invalid character 'T' looking for beginning of value" },
  { name: 'an object cut off', text: '{', go: 'unexpected end of JSON input' },
  { name: 'cut off behind a key', text: '{"a"', go: 'unexpected end of JSON input' },
  { name: 'cut off behind the colon', text: '{"a":', go: 'unexpected end of JSON input' },
  { name: 'cut off behind a value', text: '{"a":1', go: 'unexpected end of JSON input' },
  { name: 'cut off behind a comma', text: '{"a":1,', go: 'unexpected end of JSON input' },
  { name: 'a list cut off', text: '[', go: 'unexpected end of JSON input' },
  { name: 'a list cut off behind a number', text: '[1', go: 'unexpected end of JSON input' },
  { name: 'a list cut off behind a comma', text: '[1,', go: 'unexpected end of JSON input' },
  { name: 'a text cut off', text: '"abc', go: 'unexpected end of JSON input' },
  { name: 'cut off behind a backslash', text: '"abc\\', go: "invalid character ' ' in string escape code" },
  { name: 'cut off in \\u', text: '"\\u00', go: "invalid character ' ' in \\u hexadecimal character escape" },
  {
    name: 'a key without quotes',
    text: '{a:1}',
    go: "invalid character 'a' looking for beginning of object key string",
  },
  { name: 'a number as key', text: '{1:1}', go: "invalid character '1' looking for beginning of object key string" },
  {
    name: 'a comma at the end',
    text: '{"a":1,}',
    go: "invalid character '}' looking for beginning of object key string",
  },
  { name: 'a comma at the start', text: '{,}', go: "invalid character ',' looking for beginning of object key string" },
  { name: 'a comma at the end of a list', text: '[1,]', go: "invalid character ']' looking for beginning of value" },
  { name: 'no value', text: '{"a":}', go: "invalid character '}' looking for beginning of value" },
  { name: 'no colon', text: '{"a" 1}', go: "invalid character '1' after object key" },
  { name: 'an equals sign', text: '{"a"=1}', go: "invalid character '=' after object key" },
  { name: 'no comma in an object', text: '{"a":1 "b":2}', go: `invalid character '"' after object key:value pair` },
  { name: 'no comma in a list', text: '[1 2]', go: "invalid character '2' after array element" },
  { name: 'a wrong bracket in an object', text: '{"a":1]', go: "invalid character ']' after object key:value pair" },
  { name: 'a wrong bracket in a list', text: '[1}', go: "invalid character '}' after array element" },
  { name: 'a bracket too many', text: '{}}', go: "invalid character '}' after top-level value" },
  { name: 'two values', text: '1 2', go: "invalid character '2' after top-level value" },
  { name: 'a single quote', text: "'a'", go: "invalid character '\\'' looking for beginning of value" },
  {
    name: 'a backslash',
    text: '{\\"a\\":1}',
    go: "invalid character '\\\\' looking for beginning of object key string",
  },
  { name: 'a plus', text: '+1', go: "invalid character '+' looking for beginning of value" },
  { name: 'a point first', text: '.5', go: "invalid character '.' looking for beginning of value" },
  { name: 'a leading zero', text: '01', go: "invalid character '1' after top-level value" },
  { name: 'a lone minus', text: '-', go: "invalid character ' ' in numeric literal" },
  { name: 'a minus before a letter', text: '-x', go: "invalid character 'x' in numeric literal" },
  { name: 'two minus', text: '--1', go: "invalid character '-' in numeric literal" },
  {
    name: 'no digits behind the point',
    text: '[1.]',
    go: "invalid character ']' after decimal point in numeric literal",
  },
  { name: 'cut off behind the point', text: '1.', go: "invalid character ' ' after decimal point in numeric literal" },
  { name: 'no digits behind the e', text: '1ex', go: "invalid character 'x' in exponent of numeric literal" },
  { name: 'no digits behind e+', text: '1e+', go: "invalid character ' ' in exponent of numeric literal" },
  { name: 'two points', text: '1.2.3', go: "invalid character '.' after top-level value" },
  { name: 'hexadecimal', text: '0x10', go: "invalid character 'x' after top-level value" },
  { name: 'a tab in a text', text: '"a\tb"', go: "invalid character '\\t' in string literal" },
  { name: 'a line feed in a text', text: '"a\nb"', go: "invalid character '\\n' in string literal" },
  { name: 'a carriage return in a text', text: '"a\rb"', go: "invalid character '\\r' in string literal" },
  { name: 'a bell in a text', text: '"\u0007"', go: "invalid character '\\a' in string literal" },
  { name: 'a backspace in a text', text: '"\b"', go: "invalid character '\\b' in string literal" },
  { name: 'NUL in a text', text: '"\0"', go: "invalid character '\\x00' in string literal" },
  { name: 'another control character in a text', text: '"\u001f"', go: "invalid character '\\x1f' in string literal" },
  { name: 'a control character in a key', text: '{"\u0001":1}', go: "invalid character '\\x01' in string literal" },
  { name: 'a vertical tab between values', text: '[\v]', go: "invalid character '\\v' looking for beginning of value" },
  { name: 'a form feed between values', text: '[\f]', go: "invalid character '\\f' looking for beginning of value" },
  { name: 'delete between values', text: '[\u007f]', go: "invalid character '\\x7f' looking for beginning of value" },
  { name: 'an unknown escape', text: String.raw`"\d"`, go: "invalid character 'd' in string escape code" },
  { name: 'an escaped single quote', text: String.raw`"\'"`, go: "invalid character '\\'' in string escape code" },
  {
    name: 'a wrong digit in \\u',
    text: String.raw`"\u00g0"`,
    go: "invalid character 'g' in \\u hexadecimal character escape",
  },
  { name: 'a quote in \\u', text: String.raw`"\u00"`, go: `invalid character '"' in \\u hexadecimal character escape` },
  {
    name: 'a byte order mark: its first byte',
    text: '\ufeff{}',
    go: "invalid character 'ï' looking for beginning of value",
  },
  { name: 'a character of two bytes', text: 'é', go: "invalid character 'Ã' looking for beginning of value" },
  {
    name: 'a no-break space',
    text: '{\u00a0}',
    go: "invalid character 'Â' looking for beginning of object key string",
  },
  { name: 'a character of three bytes', text: '[1 €]', go: "invalid character 'â' after array element" },
  { name: 'a character of four bytes', text: '{"a" 😀}', go: "invalid character 'ð' after object key" },
  { name: 'the last plane', text: '\u{10ffff}', go: "invalid character 'ô' looking for beginning of value" },
  {
    name: 'a lone surrogate, which Go gets as U+FFFD',
    text: '[\ud83d]',
    go: "invalid character 'ï' looking for beginning of value",
  },
  { name: 'a lone surrogate at the end', text: '[\ud83d', go: "invalid character 'ï' looking for beginning of value" },
]

t.test('Go says the same', async t => {
  for (const { name, text, go } of cases) {
    const reading = parseGoJson(text)
    t.equal(reading.kind === 'not-json' && reading.problem.goMessage, go, `${name}: ${JSON.stringify(text)}`)
  }
})

t.test('a surrogate cut in half at the end of a slice is not completed from the text behind', async t => {
  // String.prototype.codePointAt does that in Node 24.21, once it is compiled.
  for (let round = 0; round < 20_000; round++) {
    const whole = `[                ${round} 😀 and so on, long enough that slice does not copy`
    const reading = parseGoJson(whole.slice(0, whole.indexOf('😀') + 1))
    if (reading.kind === 'json' || !reading.problem.goMessage.includes("'ï'")) return t.fail(`round ${round}`)
  }
  t.pass('in all rounds')
})

t.test('where Go stopped is kept where a person should look elsewhere', async t => {
  const rows = [
    { name: 'the same place', text: '{"a":1,,"b":2}', offset: 7, goOffset: undefined },
    { name: 'the comma, and the bracket behind it', text: '{"a":1 , }', offset: 7, goOffset: 9 },
    { name: 'the start of a word, and the letter in it', text: '[nill]', offset: 1, goOffset: 2 },
    { name: 'the opening quote, and the end', text: '{"a":"b', offset: 5, goOffset: 7 },
    { name: 'the last value, and the end of the blanks behind it', text: '[1\n\n', offset: 2, goOffset: 4 },
  ]
  for (const { name, text, offset, goOffset } of rows) {
    const reading = parseGoJson(text)
    const problem = reading.kind === 'not-json' ? reading.problem : undefined
    t.equal(problem?.offset, offset, name)
    t.equal(problem?.goOffset, goOffset, name)
  }
})
