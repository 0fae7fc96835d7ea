import t from 'tap'
import {
  decodeGo,
  goAny,
  goInt,
  goIp,
  goMap,
  goPointer,
  goSlice,
  goString,
  goStruct,
  type Decoding,
  type GoType,
} from '../../../src/bonding/go-decode.ts'
import { parseGoJson } from '../../../src/bonding/go-json.ts'

function decode<T>(text: string, type: GoType<T>): Decoding<T> {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(reading.problem.goMessage)
  return decodeGo(reading.root, type)
}

/** Decodes several texts into one variable, one after the other, as repeats of a key do. */
function decodeRepeats<T>(texts: readonly string[], of: GoType<T>): T {
  const text = `{${texts.map(repeat => `"v":${repeat}`).join(',')}}`
  return decode(text, goStruct('main.T', { v: of })).value.v
}

// All results were the same in a Go 1.26.8 program.
t.test('lists', async t => {
  const cases = [
    { name: 'elements', repeats: ['["a","b"]'], value: ['a', 'b'] },
    { name: 'none', repeats: ['[]'], value: [] },
    { name: 'null', repeats: ['null'], value: null },
    { name: 'a null element is the zero value', repeats: ['["a",null]'], value: ['a', ''] },
    { name: 'a repeat replaces', repeats: ['["a","b"]', '["c","d"]'], value: ['c', 'd'] },
    { name: 'a shorter repeat cuts', repeats: ['["a","b"]', '["c"]'], value: ['c'] },
    { name: 'a longer repeat', repeats: ['["a"]', '["c","d"]'], value: ['c', 'd'] },
    { name: 'null in a repeat keeps the old element', repeats: ['["a","b"]', '[null,null]'], value: ['a', 'b'] },
    { name: 'null in one place', repeats: ['["a","b"]', '[null,"c"]'], value: ['a', 'c'] },
    { name: 'what was cut off comes back', repeats: ['["a","b"]', '["c"]', '["d",null]'], value: ['d', 'b'] },
    { name: 'but not after an empty list', repeats: ['["a","b"]', '[]', '[null,null]'], value: ['', ''] },
    { name: 'nor after null', repeats: ['["a","b"]', 'null', '[null,null]'], value: ['', ''] },
    { name: 'a null list', repeats: ['["a"]', 'null'], value: null },
    { name: 'a wrong type leaves the list', repeats: ['["a"]', '"b"'], value: ['a'] },
    { name: 'a wrong type leaves the element', repeats: ['["a","b"]', '[1,"c"]'], value: ['a', 'c'] },
  ]
  for (const { name, repeats, value } of cases) t.strictSame(decodeRepeats(repeats, goSlice(goString)), value, name)
})

t.test('lists of pointers to structs', async t => {
  const entry = goStruct('types.PortMapEntry', { hostPort: goInt, containerPort: goInt })
  const cases = [
    { name: 'an entry', repeats: ['[{"hostPort":1}]'], value: [{ hostPort: 1, containerPort: 0 }] },
    { name: 'null is nil', repeats: ['[null]'], value: [null] },
    {
      name: 'a repeat is decoded into the entry that is there',
      repeats: ['[{"hostPort":1}]', '[{"containerPort":2}]'],
      value: [{ hostPort: 1, containerPort: 2 }],
    },
    { name: 'null in a repeat clears the pointer', repeats: ['[{"hostPort":1}]', '[null]'], value: [null] },
    {
      name: 'after null there is a new entry',
      repeats: ['[{"hostPort":1}]', '[null]', '[{"containerPort":2}]'],
      value: [{ hostPort: 0, containerPort: 2 }],
    },
    {
      name: 'an entry that was cut off comes back with its old content',
      repeats: ['[{},{"hostPort":1}]', '[{}]', '[{},{"containerPort":2}]'],
      value: [
        { hostPort: 0, containerPort: 0 },
        { hostPort: 1, containerPort: 2 },
      ],
    },
  ]
  for (const { name, repeats, value } of cases) {
    t.strictSame(decodeRepeats(repeats, goSlice(goPointer(entry))), value, name)
  }
})

t.test('pointers', async t => {
  const cases = [
    { name: 'a value', repeats: ['1'], value: 1 },
    { name: 'the zero value is not nil', repeats: ['0'], value: 0 },
    { name: 'null', repeats: ['null'], value: null },
    { name: 'the last wins', repeats: ['1', '2'], value: 2 },
    { name: 'null clears', repeats: ['1', 'null'], value: null },
    { name: 'a value after null', repeats: ['null', '1'], value: 1 },
    { name: 'a wrong type makes a zero value first', repeats: ['"x"'], value: 0 },
    { name: 'a wrong type leaves what is there', repeats: ['7', '"x"'], value: 7 },
  ]
  for (const { name, repeats, value } of cases) t.equal(decodeRepeats(repeats, goPointer(goInt)), value, name)
  t.equal(decodeRepeats(['"a"'], goPointer(goPointer(goString))), 'a', 'a pointer to a pointer')
  t.equal(decodeRepeats(['"a"', 'null'], goPointer(goPointer(goString))), null, 'null clears the outer one')
})

t.test('a pointer to a struct merges repeats, until null', async t => {
  const bandwidth = goStruct('types.BandwidthEntry', { ingressRate: goInt, egressRate: goInt })
  const merged = decodeRepeats(['{"ingressRate":1}', '{"egressRate":2}'], goPointer(bandwidth))
  t.strictSame(merged, { ingressRate: 1, egressRate: 2 })
  const cleared = decodeRepeats(['{"ingressRate":1}', 'null', '{"egressRate":2}'], goPointer(bandwidth))
  t.strictSame(cleared, { ingressRate: 0, egressRate: 2 })
})

t.test('maps', async t => {
  const cases = [
    { name: 'entries', repeats: ['{"a":1,"b":2}'], entries: { a: 1, b: 2 } },
    { name: 'keys are compared exactly', repeats: ['{"a":1,"A":2}'], entries: { a: 1, A: 2 } },
    { name: 'the last of the same key wins', repeats: ['{"a":1,"a":2}'], entries: { a: 2 } },
    { name: 'null for a number is a new zero', repeats: ['{"a":1,"a":null}'], entries: { a: 0 } },
    { name: 'repeats are merged', repeats: ['{"a":1}', '{"b":2}'], entries: { a: 1, b: 2 } },
    { name: 'null clears', repeats: ['{"a":1}', 'null', '{"b":2}'], entries: { b: 2 } },
    { name: 'an empty repeat', repeats: ['{"a":1}', '{}'], entries: { a: 1 } },
    { name: 'a wrong type leaves a zero under the key', repeats: ['{"a":"x"}'], entries: { a: 0 } },
    {
      name: 'special keys of JavaScript',
      repeats: ['{"__proto__":1}'],
      entries: JSON.parse('{"__proto__":1}') as object,
    },
  ]
  for (const { name, repeats, entries } of cases) {
    t.strictSame(decodeRepeats(repeats, goMap(goInt)), new Map(Object.entries(entries)), name)
  }
  t.equal(decodeRepeats(['null'], goMap(goInt)), null, 'null')
  t.strictSame(decodeRepeats(['{"a":1}', '{"a":null}'], goMap(goPointer(goInt))), new Map([['a', null]]), 'pointers')
  t.strictSame(
    decodeRepeats(['{"a":["x"]}', '{"a":[null]}'], goMap(goSlice(goString))),
    new Map([['a', ['']]]),
    'an entry is decoded afresh',
  )
})

t.test("a list of addresses, as Multus's default-route", async t => {
  const gateways = goPointer(goSlice(goIp))
  const cases = [
    { name: 'addresses', repeats: ['["10.0.0.1","fd00::1"]'], value: ['10.0.0.1', 'fd00::1'] },
    { name: 'an empty text is no address', repeats: ['[""]'], value: [null] },
    { name: 'null is no address', repeats: ['[null]'], value: [null] },
    { name: 'null in a repeat clears, unlike in a list of texts', repeats: ['["10.0.0.1"]', '[null]'], value: [null] },
    { name: 'an empty list is not nil', repeats: ['[]'], value: [] },
    { name: 'null is', repeats: ['["10.0.0.1"]', 'null'], value: null },
  ]
  for (const { name, repeats, value } of cases) t.strictSame(decodeRepeats(repeats, gateways), value, name)
})

t.test('messages', async t => {
  const cases = [
    { type: goSlice(goString), text: ' {}', go: 'json: cannot unmarshal object into Go value of type []string' },
    { type: goSlice(goString), text: '"a"', go: 'json: cannot unmarshal string into Go value of type []string' },
    { type: goSlice(goPointer(goInt)), text: '1', go: 'json: cannot unmarshal number into Go value of type []*int' },
    { type: goSlice(goPointer(goInt)), text: '["a"]', go: 'json: cannot unmarshal string into Go value of type int' },
    { type: goPointer(goSlice(goInt)), text: 'true', go: 'json: cannot unmarshal bool into Go value of type []int' },
    { type: goMap(goInt), text: '[]', go: 'json: cannot unmarshal array into Go value of type map[string]int' },
    { type: goMap(goInt), text: '{"a":"b"}', go: 'json: cannot unmarshal string into Go value of type int' },
    {
      type: goSlice(goMap(goAny)),
      text: '1',
      go: 'json: cannot unmarshal number into Go value of type []map[string]interface {}',
    },
  ]
  for (const { type, text, go } of cases) t.equal(decode<unknown>(text, type).goMessage, go, JSON.stringify(text))
})
