import t from 'tap'
import { decodeText } from '../../src/manifests/decode-text.ts'

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

t.test('bytes', async t => {
  const cases = [
    { name: 'nothing', bytes: Buffer.from(''), decoded: { kind: 'text', text: '' } },
    { name: 'UTF-8', bytes: Buffer.from('é😀\n'), decoded: { kind: 'text', text: 'é😀\n' } },
    { name: 'a byte order mark stays', bytes: Buffer.from('\uFEFFa'), decoded: { kind: 'text', text: '\uFEFFa' } },
    { name: 'UTF-16 as Windows writes it', bytes: utf16('a: é'), decoded: { kind: 'text', text: '\uFEFFa: é' } },
    {
      name: 'UTF-16, the other way round',
      bytes: utf16('a: é').swap16(),
      decoded: { kind: 'text', text: '\uFEFFa: é' },
    },
    { name: 'Latin-1', bytes: Buffer.from('a: b\nc: \xe9\n', 'latin1'), decoded: { kind: 'not-utf-8', line: 2 } },
    {
      name: 'a cut character at the end',
      bytes: Buffer.from('a\nb\n\xc3', 'latin1'),
      decoded: { kind: 'not-utf-8', line: 3 },
    },
    { name: 'an executable', bytes: Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1'), decoded: { kind: 'binary' } },
    { name: 'half a UTF-16 character', bytes: utf16('ab').subarray(0, 5), decoded: { kind: 'binary' } },
  ]
  for (const { name, bytes, decoded } of cases) t.strictSame(decodeText(bytes), decoded, name)
})
