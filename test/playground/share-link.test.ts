import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import t from 'tap'
import { toBase64url } from '../../docs/playground/base64url.ts'
import { examples } from '../../docs/playground/examples.ts'
import { fragmentOf, longestTexts, textsOf } from '../../docs/playground/share-link.ts'
import { without } from './without.ts'

t.test('every text comes back as it was', async t => {
  const texts = fc.record({ networks: fc.string({ unit: 'grapheme' }), pod: fc.string({ unit: 'binary' }) })
  await fc.assert(
    fc.asyncProperty(texts, async texts => {
      const shared = await textsOf(await fragmentOf(texts))
      return shared.kind === 'texts' && shared.texts.networks === texts.networks && shared.texts.pod === texts.pod
    }),
    { seed: 10, numRuns: 200 },
  )
  t.pass('200 runs')
})

t.test('the same without compression, also read by a browser that has it', async t => {
  const texts = { networks: 'a: ü\n', pod: 'b: 漢\n' }
  await t.test('made by a browser that has none', async t => {
    without(t, 'CompressionStream')
    const fragment = await fragmentOf(texts)
    t.match(fragment, /^#t1=[\w-]+$/)
    t.strictSame(await textsOf(fragment), { kind: 'texts', texts })
  })
  t.match(await fragmentOf(texts), /^#d1=[\w-]+$/)
})

t.test('only the texts are in it', async t => {
  const [example] = examples
  if (!example) throw new Error('no example')
  const { networks, pod } = example
  t.equal(await fragmentOf(example), await fragmentOf({ networks, pod }))
})

t.test('every example fits into what mail programs and chats leave whole', async t => {
  for (const example of examples) t.ok((await fragmentOf(example)).length < 2000, example.id)
})

for (const fragment of ['', '#']) {
  t.test(`no link: ${JSON.stringify(fragment)}`, async t => t.strictSame(await textsOf(fragment), { kind: 'none' }))
}

const plain = (value: unknown) => `#t1=${Buffer.from(JSON.stringify(value)).toString('base64url')}`
const compressed = (bytes: Uint8Array) => `#d1=${toBase64url(new Uint8Array(deflateRawSync(bytes)))}`
const good = plain({ networks: 'n', pod: 'p' })
const broken = [
  { name: 'another page of ours', fragment: '#findings', message: /not made by this page/ },
  { name: 'a later version', fragment: good.replace('t1', 't2'), message: /another version/ },
  { name: 'another form', fragment: good.replace('t1', 'z1'), message: /not made by this page/ },
  { name: 'markup', fragment: '#t1=<script>alert(1)</script>', message: /characters/ },
  { name: 'escaped by a mail program', fragment: `${good}%3D`, message: /characters/ },
  { name: 'cut', fragment: good.slice(0, -2), message: /damaged|end is missing/ },
  {
    name: 'a compressed one cut',
    fragment: compressed(Buffer.from('{"networks":"","pod":""}')).slice(0, -4),
    message: /part of it is missing/,
  },
  { name: 'nothing behind the form', fragment: '#d1=', message: /part of it is missing/ },
  { name: 'not compressed, but said to be', fragment: good.replace('t1', 'd1'), message: /part of it is missing/ },
  { name: 'a bomb', fragment: compressed(Buffer.alloc(5_000_000)), message: /holds too much/ },
  {
    name: 'more than it may hold',
    fragment: plain({ networks: 'x'.repeat(longestTexts), pod: '' }),
    message: /too much/,
  },
  { name: 'no UTF-8', fragment: `#t1=${Buffer.from([0x22, 0xff, 0x22]).toString('base64url')}`, message: /damaged/ },
  { name: 'no JSON', fragment: `#t1=${Buffer.from('networks').toString('base64url')}`, message: /damaged/ },
  { name: 'a list', fragment: plain(['n', 'p']), message: /damaged/ },
  { name: 'null', fragment: plain(null), message: /damaged/ },
  { name: 'no texts', fragment: plain({ networks: ['n'], pod: { toString: 1 } }), message: /damaged/ },
  { name: 'one of two', fragment: plain({ networks: 'n' }), message: /damaged/ },
]
for (const { name, fragment, message } of broken) {
  t.test(`a sentence, never an exception: ${name}`, async t => {
    const shared = await textsOf(fragment)
    t.match(shared, { kind: 'broken', message })
    t.match(shared, { message: /^The link cannot be read: [^<>]+\.$/ })
  })
}

t.test('whatever stands there ends in texts, nothing, or a sentence', async t => {
  const data = fc.oneof(fc.string(), fc.base64String(), fc.json())
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('#', '#d1=', '#t1=', ''), data, async (start, rest) => {
      const { kind } = await textsOf(start + rest)
      return ['none', 'texts', 'broken'].includes(kind)
    }),
    { seed: 10, numRuns: 300 },
  )
  t.pass('300 runs')
})

t.test('keys that mean something to JavaScript are only keys', async t => {
  const shared = await textsOf(`#t1=${Buffer.from('{"__proto__":{"pod":"x"},"networks":"n"}').toString('base64url')}`)
  t.match(shared, { kind: 'broken' })
  t.equal(Reflect.get({}, 'pod'), undefined)
})
