import fc from 'fast-check'
import { hostileText } from './damaged-text.ts'
import { damagedValue } from './damaged-value.ts'
import { reviews } from './good-inputs.ts'

const paths = [...new Set(reviews.map(({ path }) => path))]

/** A request as the API server writes it; like all requests here a text with one character a byte. */
function whole(body: string, path: string): string {
  const bytes = latin1(body)
  const head = `POST ${path}?timeout=10s HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n`
  return `${head}content-length: ${bytes.length}\r\n\r\n${bytes}`
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** A request that nothing is wrong with, but perhaps what it asks about. */
export const wellFormed: fc.Arbitrary<string> = fc
  .record({ value: damagedValue(reviews.map(({ review }) => review)), path: fc.constantFrom(...paths) })
  .map(({ value, path }) => whole(JSON.stringify(value ?? null), path))

const texts = reviews.map(({ review }) => JSON.stringify(review))
const brokenJson = fc
  .record({ text: hostileText(texts), path: fc.constantFrom(...paths) })
  .map(({ text, path }) => whole(text, path))

const method = fc.constantFrom(
  'POST',
  'GET',
  'PUT',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PRI',
  'post',
  '',
  'P\u0000ST',
  'M-SEARCH',
)
const target = fc.oneof(
  fc.constantFrom(...paths, '/', '*', '//', '/%zz', '/mutate/pods/', '/mutate/../mutate/pods', '/mutate%2fpods', ''),
  fc.constantFrom(
    '/mutate/pods?timeout=99999999999s',
    '/mutate/pods?timeout=-1s',
    '/mutate/pods?timeout[]=1',
    '/__proto__',
  ),
  fc.constantFrom(
    'http://other/mutate/pods',
    `/${'x'.repeat(20_000)}`,
    '/mutate/pods#a',
    '/mutate/pods HTTP/1.1\r\nx: y',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const version = fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'http/1.1', '')
const header = fc.oneof(
  fc.constantFrom('content-length: 5', 'content-length: -1', 'content-length: 99999999999', 'content-length: 1, 2'),
  fc.constantFrom('transfer-encoding: chunked', 'transfer-encoding: gzip, chunked', 'transfer-encoding: x'),
  fc.constantFrom(
    'content-type: application/json; charset=utf-16',
    'content-type: text/plain',
    'content-type: ',
    'content-type: ;;',
  ),
  fc.constantFrom(
    'content-type: application/json-patch+json',
    'content-encoding: gzip',
    'expect: 100-continue',
    'expect: x',
  ),
  fc.constantFrom(
    'connection: upgrade\r\nupgrade: h2c',
    'connection: close',
    'trailer: a',
    'host: b',
    ' folded: x',
    'no colon',
  ),
  fc.constantFrom(
    `x-long: ${'y'.repeat(20_000)}`,
    'x-nul: \u0000',
    ...Array.from('012', d => `x-${d}: ${d}\r\n`.repeat(500)),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const oddHead = fc
  .record({
    method,
    target,
    version,
    headers: fc.array(header, { maxLength: 4 }),
    body: fc.constantFrom('', '{}', ...texts),
  })
  .map(({ method, target, version, headers, body }) =>
    latin1([`${method} ${target} ${version}`, 'host: a', ...headers, '', body].join('\r\n')),
  )

/** A review in chunks, some of which are announced with another length than they have. */
const chunked = fc
  .record({
    text: fc.constantFrom(...texts),
    sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), lie()), { maxLength: 6 }),
  })
  .map(({ text, sizes }) => {
    const head = `POST ${paths[0] ?? ''} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`
    let at = 0
    const parts = [...sizes, [text.length, ''] as const].map(([size, lied]) => {
      const part = text.slice(at, (at += size))
      return part === '' ? '' : `${lied === '' ? part.length.toString(16) : lied}\r\n${part}\r\n`
    })
    return `${head}${parts.join('')}0\r\n\r\n`
  })

function lie() {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant('') },
    fc.constantFrom('0', '-1', 'fffffffffffffffff', 'g', '1;a=b'),
  )
}

const noise = fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes).toString('latin1'))

const request = fc.oneof(
  { weight: 6, arbitrary: wellFormed },
  { weight: 3, arbitrary: brokenJson },
  { weight: 3, arbitrary: oddHead },
  { weight: 2, arbitrary: chunked },
  { weight: 1, arbitrary: noise },
)

/** One or several requests behind each other, in pieces, the last one perhaps cut off. */
export const hostileCalls: fc.Arbitrary<readonly string[]> = fc
  .record({
    requests: fc.array(request, { minLength: 1, maxLength: 4 }),
    end: fc.option(fc.nat(3_000)),
    piece: fc.constantFrom(1 << 20, 1 << 20, 500, 37),
  })
  .map(({ requests, end, piece }) => {
    const all = requests.join('')
    const sent = end === null ? all : all.slice(0, Math.max(all.length - end, 1))
    const step = Math.max(piece, Math.ceil(sent.length / 50))
    return Array.from({ length: Math.ceil(sent.length / step) }, (_, index) =>
      sent.slice(index * step, (index + 1) * step),
    )
  })

/** What every API server asks, and what must be said to it at any time. */
export const soundCall = whole(texts[0] ?? '', paths[0] ?? '')
