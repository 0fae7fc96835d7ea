import t from 'tap'
import { type JsonNode, parseGoJson } from '../../src/bonding/go-json.ts'
import { type GoMapRoundTrip, throughGoMap } from '../../src/bonding/go-map.ts'

function roundTrip(text: string): GoMapRoundTrip {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(reading.problem.goMessage)
  return throughGoMap(reading.root)
}

/** A tree as compact text, numbers by their literals. */
function write(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ key, value }) => `${JSON.stringify(key.value)}:${write(value)}`).join(',')}}`
    case 'array':
      return `[${node.elements.map(write).join(',')}]`
    case 'number':
      return node.literal
    case 'null':
      return 'null'
    case 'string':
    case 'boolean':
      return JSON.stringify(node.value)
  }
}

// What Go 1.26.8 wrote (but for \u003c and the like, which mean the same).
t.test('the tree after Unmarshal into map[string]interface{} and Marshal', async t => {
  const cases = [
    { name: 'empty', text: '{}', go: '{}' },
    { name: 'keys are sorted', text: '{"b":1,"a":2,"c":3}', go: '{"a":2,"b":1,"c":3}' },
    { name: 'capitals first', text: '{"mode":1,"Mode":2,"MODE":3}', go: '{"MODE":3,"Mode":2,"mode":1}' },
    { name: 'shorter keys first', text: '{"ab":1,"a":2,"":3}', go: '{"":3,"a":2,"ab":1}' },
    { name: 'digits are text', text: '{"10":1,"9":2,"2":3}', go: '{"10":1,"2":3,"9":2}' },
    { name: 'a repeat: the last', text: '{"a":1,"b":2,"a":3}', go: '{"a":3,"b":2}' },
    { name: 'a repeat: null, too', text: '{"mode":"x","mode":null}', go: '{"mode":null}' },
    { name: 'a repeat: objects are not merged', text: '{"a":{"x":1},"a":{"y":2}}', go: '{"a":{"y":2}}' },
    { name: 'another spelling is another key', text: '{"a":1,"A":2}', go: '{"A":2,"a":1}' },
    { name: 'keys that are equal after decoding', text: String.raw`{"a":1,"\u0061":2}`, go: '{"a":2}' },
    { name: 'keys that are equal after repair', text: String.raw`{"\ud800":1,"\udc00":2}`, go: '{"\ufffd":2}' },
    {
      name: 'numbers go through float64',
      text: '{"a":1.0,"b":1e0,"c":1e21,"d":-0}',
      go: '{"a":1,"b":1,"c":1e+21,"d":-0}',
    },
    { name: 'numbers too long lose digits', text: '{"a":9007199254740993}', go: '{"a":9007199254740992}' },
    { name: 'numbers that are too small are 0', text: '{"a":1e-400}', go: '{"a":0}' },
    { name: 'lists keep their order', text: '{"a":[3,1,2.0,{"c":1,"b":2}]}', go: '{"a":[3,1,2,{"b":2,"c":1}]}' },
    { name: 'inner objects', text: '{"z":{"b":{"d":1,"c":1.0},"a":2}}', go: '{"z":{"a":2,"b":{"c":1,"d":1}}}' },
    { name: 'words and texts', text: '{"a":[true,false,null,"<x>"]}', go: '{"a":[true,false,null,"<x>"]}' },
    {
      name: 'keys beyond ASCII by their bytes, not by their UTF-16 units',
      text: '{"\u{1f600}":1,"\uff21":2,"é":3,"z":4}',
      go: '{"z":4,"é":3,"\uff21":2,"\u{1f600}":1}',
    },
    {
      name: 'two keys beyond the Basic Multilingual Plane',
      text: '{"\u{1f601}":1,"\u{1f600}":2,"\u{10000}":3}',
      go: '{"\u{10000}":3,"\u{1f600}":2,"\u{1f601}":1}',
    },
    {
      name: 'special keys of JavaScript',
      text: '{"constructor":1,"__proto__":{"b":1,"a":2}}',
      go: '{"__proto__":{"a":2,"b":1},"constructor":1}',
    },
    { name: 'null', text: 'null', go: 'null' },
    { name: 'a list: as inside of a map', text: '[{"b":1.0,"a":2}]', go: '[{"a":2,"b":1}]' },
    { name: 'a lone number', text: '1.50', go: '1.5' },
    { name: 'a lone text', text: '"x"', go: '"x"' },
  ]
  for (const { name, text, go } of cases) {
    const trip = roundTrip(text)
    t.equal(trip.kind === 'written' && write(trip.node), go, name)
    const again = trip.kind === 'written' && throughGoMap(trip.node)
    t.same(again, trip, `${name}: a second time changes nothing`)
  }
})

t.test('nodes keep their place in the text', async t => {
  const text = '{ "b": [1.0], "a": "x", "b": [ 2.50 ] }'
  t.strictSame(roundTrip(text), {
    kind: 'written',
    node: {
      kind: 'object',
      start: 0,
      end: 39,
      members: [
        {
          key: { kind: 'string', start: 14, end: 17, value: 'a' },
          value: { kind: 'string', start: 19, end: 22, value: 'x' },
        },
        {
          key: { kind: 'string', start: 24, end: 27, value: 'b' },
          value: {
            kind: 'array',
            start: 29,
            end: 37,
            elements: [{ kind: 'number', start: 31, end: 35, literal: '2.5' }],
          },
        },
      ],
    },
  })
})

t.test('a number that is too large ends it', async t => {
  const cases = [
    { name: 'under any key', text: '{"mtu":1500,"x":1e400}', literal: '1e400', start: 16 },
    { name: 'deep inside', text: '{"a":[{"b":-1e999}]}', literal: '-1e999', start: 11 },
    { name: 'the first one in the text', text: '{"b":1e401,"a":1e402}', literal: '1e401', start: 5 },
    { name: 'also one that a repeat replaces', text: '{"a":1e400,"a":1}', literal: '1e400', start: 5 },
  ]
  for (const { name, text, literal, start } of cases) {
    const goMessage = `json: cannot unmarshal number ${literal} into Go value of type float64`
    t.match(roundTrip(text), { kind: 'overflow', number: { literal, start }, goMessage }, name)
  }
})

t.test('10000 levels and long lists pass', async t => {
  const deep = roundTrip(`${'{"a":['.repeat(5_000)}${']}'.repeat(5_000)}`)
  t.equal(deep.kind, 'written')
  const long = roundTrip(
    `{"a":[${'1.0,'.repeat(200_000)}{"b":${JSON.stringify(Array.from({ length: 200_000 }, () => ({})))}}]}`,
  )
  t.equal(long.kind, 'written')
})
