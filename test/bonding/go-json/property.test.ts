import fc from 'fast-check'
import t from 'tap'
import {
  decodeGo,
  goAny,
  goBool,
  goInt,
  goMap,
  goPointer,
  goSlice,
  goString,
  goStruct,
} from '../../../src/bonding/go-decode.ts'
import { goTrimSpace, utf8Length } from '../../../src/bonding/go-text.ts'
import { type JsonNode, parseGoJson } from '../../../src/bonding/go-json.ts'
import { throughGoMap } from '../../../src/bonding/go-map.ts'

const settings = { seed: 20261125, numRuns: 500 }

/** As JSON.parse would give it, keys like `__proto__` included. */
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

function* nodesOf(node: JsonNode): Generator<JsonNode> {
  yield node
  if (node.kind === 'array') for (const element of node.elements) yield* nodesOf(element)
  if (node.kind === 'object') {
    for (const { key, value } of node.members) {
      yield key
      yield* nodesOf(value)
    }
  }
}

/** JSON with blanks in all places, escapes, repeats of keys and numbers in all forms. */
const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>(tie => {
  const blank = fc.constantFrom('', '', '', ' ', '\n', '\t', '\r\n')
  const text = fc
    .tuple(fc.string({ unit: 'binary' }), fc.boolean())
    .map(([content, escaped]) => (escaped ? escapeAll(content) : JSON.stringify(content)))
  const number = fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(double => JSON.stringify(double)),
    fc.constantFrom('-0', '1.0', '1E+2', '0e-5', '1e400', '12345678901234567890', '0.10'),
  )
  const member = fc
    .tuple(blank, fc.oneof(text, fc.constantFrom('"a"', '"A"', '"__proto__"')), blank, tie('value'))
    .map(([before, key, after, value]) => `${before}${key}${after}:${value}`)
  const list = (items: fc.Arbitrary<string>, open: string, close: string): fc.Arbitrary<string> =>
    fc.tuple(fc.array(items, { maxLength: 4 }), blank).map(([all, inner]) => `${open}${all.join(',') || inner}${close}`)
  const plain = fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false'),
    number,
    text,
    list(tie('value'), '[', ']'),
    list(member, '{', '}'),
  )
  return { value: fc.tuple(blank, plain, blank).map(parts => parts.join('')) }
}).value

function escapeAll(content: string): string {
  const units = Array.from({ length: content.length }, (_, index) => content.charCodeAt(index))
  return `"${units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"`
}

/** Text that is nearly JSON: a valid one with something cut out or put in. */
const brokenText = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.nat(5),
    fc.constantFrom('', ',', '}', ']', '{', '"', "'", '\\', ' 1', '<1>', '\t', '#', '{{ x }}', '\ud800', '-'),
  )
  .map(([text, at, cut, put]) => {
    const offset = at % (text.length + 1)
    return text.slice(0, offset) + put + text.slice(offset + cut)
  })

t.test('values are those of JSON.parse, but for lone surrogates', async t => {
  fc.assert(
    fc.property(jsonText, text => {
      const reading = parseGoJson(text)
      if (reading.kind === 'not-json') return false
      const repaired = JSON.parse(text, (_, value: unknown) =>
        typeof value === 'string' ? value.toWellFormed() : value,
      ) as unknown
      t.strictSame(valueOf(reading.root), repaired)
      return true
    }),
    settings,
  )
})

t.test('accepts and refuses what JSON.parse does', async t => {
  const agrees = (text: string): boolean => {
    let parsed = true
    try {
      JSON.parse(text)
    } catch {
      parsed = false
    }
    return (parseGoJson(text).kind === 'json') === parsed
  }
  fc.assert(fc.property(brokenText, agrees), { ...settings, numRuns: 3000 })
  fc.assert(fc.property(fc.string({ unit: 'binary' }), agrees), settings)
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    ' ',
    '0',
    '1',
    '-',
    '.',
    'e',
    'true',
    'null',
    '"a":',
  )
  fc.assert(fc.property(fc.string({ unit: pieces }), agrees), {
    ...settings,
    numRuns: 5000,
  })
  t.pass('in all runs')
})

t.test('spans lead back to the text', async t => {
  fc.assert(
    fc.property(jsonText, text => {
      const reading = parseGoJson(text)
      if (reading.kind === 'not-json') return false
      return [...nodesOf(reading.root)].every(node => {
        const piece = text.slice(node.start, node.end)
        if (node.kind === 'number' && piece !== node.literal) return false
        const again = parseGoJson(piece)
        return (
          again.kind === 'json' &&
          again.root.end === piece.length &&
          JSON.stringify(valueOf(again.root)) === JSON.stringify(valueOf(node))
        )
      })
    }),
    settings,
  )
  t.pass('in all runs')
})

t.test('noise never throws, and every problem has a place and words', async t => {
  fc.assert(
    fc.property(fc.oneof(brokenText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), text => {
      const reading = parseGoJson(text)
      if (reading.kind === 'json') return true
      const { offset, goOffset, goMessage, found, fix } = reading.problem
      const inside = (at: number): boolean => Number.isInteger(at) && at >= 0 && at <= text.length
      return inside(offset) && inside(goOffset ?? offset) && goMessage !== '' && found !== '' && fix !== ''
    }),
    { ...settings, numRuns: 5000 },
  )
  t.pass('in all runs')
})

t.test('what was written is decoded again', async t => {
  const record = fc.record({
    text: fc.string(),
    flag: fc.boolean(),
    count: fc.maxSafeInteger().map(count => count + 0),
    list: fc.option(fc.array(fc.string())),
    pointer: fc.option(fc.record({ inner: fc.string() })),
    map: fc.option(fc.dictionary(fc.string(), fc.integer())),
  })
  const type = goStruct('main.Record', {
    text: goString,
    flag: goBool,
    count: goInt,
    list: goSlice(goString),
    pointer: goPointer(goStruct('main.Inner', { inner: goString })),
    map: goMap(goInt),
  })
  fc.assert(
    fc.property(record, fc.nat(3), (value, indent) => {
      const reading = parseGoJson(JSON.stringify(value, undefined, indent))
      if (reading.kind === 'not-json') return false
      const { value: decoded, mismatches } = decodeGo(reading.root, type)
      t.same(mismatches, [])
      t.same(
        { ...decoded, map: decoded.map && Object.fromEntries(decoded.map) },
        { ...value, map: value.map && { ...value.map } },
      )
      return true
    }),
    settings,
  )
})

t.test('decoding never throws, and values have their types whatever the text says', async t => {
  const type = goStruct('main.A', {
    a: goSlice(goPointer(goStruct('main.B', { a: goAny, A: goString }))),
    b: goMap(goMap(goInt)),
  })
  fc.assert(
    fc.property(jsonText, text => {
      const reading = parseGoJson(text)
      if (reading.kind === 'not-json') return false
      const { value, mismatches, origin } = decodeGo(reading.root, type)
      const places = mismatches.every(({ goMessage, path }) => {
        // The one that did not fit is never the one that set the value.
        return (
          goMessage.startsWith('json: cannot unmarshal') &&
          !mismatches.some(({ origin: { node } }) => origin(path)?.node === node)
        )
      })
      return places && (value.a === null || Array.isArray(value.a)) && (value.b === null || value.b instanceof Map)
    }),
    { ...settings, numRuns: 2000 },
  )
  t.pass('in all runs')
})

t.test('a round through Go maps: sorted, without repeats, and the same a second time', async t => {
  const encoder = new TextEncoder()
  const before = (a: string, b: string): boolean => Buffer.compare(encoder.encode(a), encoder.encode(b)) < 0
  fc.assert(
    fc.property(jsonText, text => {
      const reading = parseGoJson(text)
      if (reading.kind === 'not-json') return false
      const trip = throughGoMap(reading.root)
      if (trip.kind === 'overflow') return text.includes('1e400')
      const sorted = [...nodesOf(trip.node)].every(node => {
        const keys = node.kind === 'object' ? node.members.map(member => member.key.value) : []
        return keys.every((key, index) => index === 0 || before(keys[index - 1] ?? '', key))
      })
      t.strictSame(throughGoMap(trip.node), trip)
      t.same(valueOf(trip.node), valueOf(reading.root))
      return sorted
    }),
    settings,
  )
})

t.test('texts: length and trimming', async t => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => utf8Length(text) === Buffer.byteLength(text)),
    settings,
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', '\u0085', '\u00a0', '\ufeff', 'a') }), text => {
      const trimmed = goTrimSpace(text)
      return (
        text.includes(trimmed) &&
        goTrimSpace(trimmed) === trimmed &&
        !/^[\s\u0085]*$/.test(trimmed.replaceAll('\ufeff', 'x') || 'x')
      )
    }),
    settings,
  )
  t.pass('in all runs')
})
