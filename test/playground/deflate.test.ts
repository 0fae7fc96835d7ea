import { deflateRawSync, inflateRawSync } from 'node:zlib'
import t from 'tap'
import { deflate, inflate } from '../../docs/playground/deflate.ts'
import { without } from './without.ts'

const text = new TextEncoder().encode('bond-injector '.repeat(1000))

t.test('what others can read, and shorter', async t => {
  const compressed = (await deflate(text)) ?? new Uint8Array()
  t.ok(compressed.length < 100)
  t.ok(inflateRawSync(compressed).equals(text))
})

t.test('what others wrote', async t => {
  const back = (await inflate(new Uint8Array(deflateRawSync(text)), text.length)) ?? new Uint8Array()
  t.ok(Buffer.from(text).equals(back))
})

t.test('never more than the limit, however little stands for it', async t => {
  const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(50_000_000)))
  t.ok(bomb.length < 60_000)
  t.equal(await inflate(bomb, 1_000_000), undefined)
  t.equal(await inflate(new Uint8Array(deflateRawSync(text)), text.length - 1), undefined)
})

const broken = [
  { name: 'nothing', bytes: new Uint8Array() },
  { name: 'noise', bytes: new Uint8Array([255, 255, 255, 255]) },
  { name: 'the end missing', bytes: new Uint8Array(deflateRawSync(text)).slice(0, -4) },
  { name: 'more behind the end', bytes: new Uint8Array([...deflateRawSync(text), 1, 2, 3]) },
]
for (const { name, bytes } of broken) {
  t.test(`not compressed data: ${name}`, async t => t.equal(await inflate(bytes, 1_000_000), undefined))
}

t.test('a browser that can do neither', async t => {
  without(t, 'CompressionStream')
  without(t, 'DecompressionStream')
  t.equal(await deflate(text), undefined)
  t.equal(await inflate(new Uint8Array(deflateRawSync(text)), text.length), undefined)
})
