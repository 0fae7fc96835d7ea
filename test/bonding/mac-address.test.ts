import t from 'tap'
import { parseMac } from '../../src/bonding/mac-address.ts'

const six = [0x02, 0x00, 0x5e, 0x00, 0x53, 0x01]

// Each verdict is the one of net.ParseMAC, Go 1.26.8.
const read: { name: string; text: string; bytes: readonly number[] }[] = [
  { name: 'pairs with colons', text: '02:00:5e:00:53:01', bytes: six },
  { name: 'pairs with dashes', text: '02-00-5e-00-53-01', bytes: six },
  { name: 'quads with dots', text: '0200.5e00.5301', bytes: six },
  { name: 'bare digits', text: '02005e005301', bytes: six },
  { name: 'capital digits', text: '02:00:5E:00:53:01', bytes: six },
  { name: 'eight bytes', text: '02:00:5e:00:53:01:00:ff', bytes: [...six, 0x00, 0xff] },
  { name: 'eight bytes in quads', text: '0200.5e00.5301.00ff', bytes: [...six, 0x00, 0xff] },
  { name: 'eight bare bytes', text: '02005e00530100ff', bytes: [...six, 0x00, 0xff] },
  { name: 'twenty bytes, InfiniBand', text: Array(20).fill('0a').join(':'), bytes: Array<number>(20).fill(10) },
  { name: 'twenty bytes in quads', text: Array(10).fill('0a0a').join('.'), bytes: Array<number>(20).fill(10) },
  { name: 'twenty bare bytes', text: '0a'.repeat(20), bytes: Array<number>(20).fill(10) },
  {
    name: 'broadcast: whether it makes sense is not asked',
    text: 'ff:ff:ff:ff:ff:ff',
    bytes: [255, 255, 255, 255, 255, 255],
  },
  { name: 'zero', text: '00:00:00:00:00:00', bytes: [0, 0, 0, 0, 0, 0] },
]

for (const { name, text, bytes } of read) t.test(`read: ${name}`, async t => void t.same(parseMac(text), bytes))

const refused: { name: string; text: string }[] = [
  { name: 'nothing', text: '' },
  { name: 'five bytes', text: '02:00:5e:00:53' },
  { name: 'seven bytes', text: '02:00:5e:00:53:01:02' },
  { name: 'twelve bytes', text: Array(12).fill('0a').join(':') },
  { name: 'five quads', text: Array(5).fill('0a0a').join('.') },
  { name: 'ten bare bytes', text: '0a'.repeat(10) },
  { name: 'an odd digit less', text: '02005e00530' },
  { name: 'two separators', text: '02:00-5e:00:53:01' },
  { name: 'two separators, the second kind last', text: '02:00:5e:00:53-01' },
  { name: 'dots between pairs', text: '02.00.5e.00.53.01' },
  { name: 'colons between quads', text: '0200:5e00:5301' },
  { name: 'a digit missing', text: '02:00:5e:0:53:01' },
  { name: 'no hexadecimal digit', text: '02:00:5e:00:53:0g' },
  { name: 'a blank before', text: ' 02:00:5e:00:53:01' },
  { name: 'a line break behind', text: '02:00:5e:00:53:01\n' },
  { name: 'a separator behind', text: '02:00:5e:00:53:01:' },
  { name: 'digits of another script', text: '٠٢:00:5e:00:53:01' },
]

for (const { name, text } of refused) t.test(`refused: ${name}`, async t => void t.equal(parseMac(text), undefined))
