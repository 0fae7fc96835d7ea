import t from 'tap'
import { decodeGo, goAny, goMap, goPointer, goSlice, goStruct } from '../../../src/bonding/go-decode.ts'
import { type JsonNode, parseGoJson } from '../../../src/bonding/go-json.ts'

function read(text: string): JsonNode {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(reading.problem.goMessage)
  return reading.root
}

t.test('every value is taken as it stands', async t => {
  for (const text of [
    '1',
    '1.5',
    '"x"',
    'true',
    '[1,null]',
    '{"a":{"b":[]}}',
    '1e-400',
    '-0',
    '1.7976931348623157e308',
  ]) {
    const node = read(text)
    const { value, mismatches } = decodeGo(node, goAny)
    t.equal(value, node, JSON.stringify(text))
    t.same(mismatches, [], 'no error')
  }
})

t.test('null is null', async t => {
  t.equal(decodeGo(read('null'), goAny).value, null)
  const cleared = decodeGo(read('{"v":1,"v":null}'), goStruct('main.T', { v: goAny }))
  t.equal(cleared.value.v, null, 'also after another value')
})

t.test('a repeat replaces, objects are not merged', async t => {
  const { value } = decodeGo(read('{"v":{"a":1},"v":{"b":2}}'), goStruct('main.T', { v: goAny }))
  t.match(value.v, { kind: 'object', members: { length: 1, 0: { key: { value: 'b' } } } })
})

t.test('numbers that float64 cannot hold', async t => {
  const element = goStruct('types.NetworkSelectionElement', {
    'cni-args': goPointer(goMap(goAny)),
    list: goSlice(goAny),
  })
  const overflow = (literal: string, field: string): string =>
    `json: cannot unmarshal number ${literal} into Go struct field NetworkSelectionElement.${field} of type float64`
  const cases = [
    { text: '{"cni-args":{"a":1e400}}', errors: [overflow('1e400', 'cni-args')] },
    { text: '{"cni-args":{"a":[{"b":-1e400}]}}', errors: [overflow('-1e400', 'cni-args')] },
    { text: '{"list":[1,1e309,{"a":2e309}]}', errors: [overflow('1e309', 'list'), overflow('2e309', 'list')] },
    { text: '{"list":[[[3e309],4e309],5e309]}', errors: [3, 4, 5].map(digit => overflow(`${digit}e309`, 'list')) },
    { text: '{"list":[1.7976931348623159e308]}', errors: [overflow('1.7976931348623159e308', 'list')] },
    { text: '{"list":[1.7976931348623157e308,1e-400]}', errors: [] },
  ]
  for (const { text, errors } of cases) {
    const { mismatches, goMessage } = decodeGo(read(text), element)
    t.same(
      mismatches.map(mismatch => mismatch.goMessage),
      errors,
      JSON.stringify(text),
    )
    t.equal(goMessage, errors[0], 'Go returns the first one')
  }
})

t.test('a number that is too large leaves what was there', async t => {
  const { value } = decodeGo(read('{"v":1,"v":1e400}'), goStruct('main.T', { v: goAny }))
  t.same(value.v, { kind: 'number', literal: '1', start: 5, end: 6 })
})

t.test('a deep tree does not overflow the stack', async t => {
  const deep = read(`${'{"a":['.repeat(4_999)}1e400${']}'.repeat(4_999)}`)
  const { mismatches, origin } = decodeGo(deep, goAny)
  t.equal(mismatches.length, 1)
  t.match(origin(Array.from({ length: 9_998 }, (_, depth) => (depth % 2 ? 0 : 'a'))), { node: { literal: '1e400' } })
})
