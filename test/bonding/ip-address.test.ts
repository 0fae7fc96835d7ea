import fc from 'fast-check'
import t from 'tap'
import { parseCidr, parseIp } from '../../src/bonding/ip-address.ts'

const zeros = (count: number): number[] => Array<number>(count).fill(0)

// Each verdict is the one of net.ParseIP, Go 1.26.8.
const read: { name: string; text: string; bytes: readonly number[] }[] = [
  { name: 'IPv4', text: '10.56.217.1', bytes: [10, 56, 217, 1] },
  { name: 'IPv4, all zero', text: '0.0.0.0', bytes: [0, 0, 0, 0] },
  { name: 'IPv4, highest', text: '255.255.255.255', bytes: [255, 255, 255, 255] },
  { name: 'IPv6 in full', text: '1:2:3:4:5:6:7:8', bytes: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8] },
  {
    name: 'IPv6 with leading zeros',
    text: '0001:2:3:4:5:6:7:8',
    bytes: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8],
  },
  { name: 'IPv6 with a gap', text: 'fd00::1', bytes: [0xfd, ...zeros(14), 1] },
  { name: 'IPv6 in capitals', text: 'FD00::AB', bytes: [0xfd, ...zeros(14), 0xab] },
  { name: 'the gap at the start', text: '::1', bytes: [...zeros(15), 1] },
  { name: 'the gap at the end', text: 'fd00::', bytes: [0xfd, ...zeros(15)] },
  { name: 'only the gap', text: '::', bytes: zeros(16) },
  { name: 'a gap of one group', text: '1:2:3:4:5:6:7::', bytes: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0] },
  { name: 'IPv4 inside of IPv6', text: '::ffff:10.0.0.1', bytes: [...zeros(10), 255, 255, 10, 0, 0, 1] },
  {
    name: 'IPv4 behind six groups',
    text: '1:2:3:4:5:6:1.2.3.4',
    bytes: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 1, 2, 3, 4],
  },
  { name: 'IPv4 behind the gap', text: '::1.2.3.4', bytes: [...zeros(12), 1, 2, 3, 4] },
]

for (const { name, text, bytes } of read) t.test(`read: ${name}`, async t => void t.same(parseIp(text), bytes))

const refused: { name: string; text: string }[] = [
  { name: 'nothing', text: '' },
  { name: 'a word', text: 'localhost' },
  { name: 'three octets', text: '10.0.0' },
  { name: 'five octets', text: '10.0.0.0.1' },
  { name: 'an empty octet', text: '10..0.1' },
  { name: 'a point behind', text: '10.0.0.1.' },
  { name: 'an octet of 256', text: '10.0.0.256' },
  { name: 'an octet with a leading zero', text: '010.0.0.5' },
  { name: 'an octet 00', text: '10.0.00.5' },
  { name: 'a sign', text: '10.0.0.+5' },
  { name: 'hexadecimal octets', text: '0xa.0.0.5' },
  { name: 'a blank before', text: ' 10.0.0.5' },
  { name: 'a line break behind', text: '10.0.0.5\n' },
  { name: 'a prefix length', text: '10.0.0.5/24' },
  { name: 'a port', text: '10.0.0.5:80' },
  { name: 'seven groups', text: '1:2:3:4:5:6:7' },
  { name: 'nine groups', text: '1:2:3:4:5:6:7:8:9' },
  { name: 'eight groups and a gap', text: '1:2:3:4:5:6:7:8::' },
  { name: 'eight groups around a gap', text: '1:2:3:4::5:6:7:8' },
  { name: 'two gaps', text: '1::2::3' },
  { name: 'three colons', text: '1:::2' },
  { name: 'four colons', text: '::::' },
  { name: 'a colon before', text: ':1:2:3:4:5:6:7' },
  { name: 'a colon behind', text: '1:2:3:4:5:6:7:' },
  { name: 'a group of five digits', text: '00001::1' },
  { name: 'no hexadecimal digit', text: 'g::1' },
  { name: 'a zone', text: 'fe80::1%eth0' },
  { name: 'brackets', text: '[::1]' },
  { name: 'IPv4 before the gap', text: '1.2.3.4::' },
  { name: 'IPv4 in the middle', text: '::1.2.3.4:5' },
  { name: 'IPv4 behind seven groups', text: '1:2:3:4:5:6:7:1.2.3.4' },
  { name: 'IPv4 behind five groups', text: '1:2:3:4:5:1.2.3.4' },
  { name: 'IPv4 and no group for the gap', text: '1:2:3:4:5:6::1.2.3.4' },
  { name: 'faulty IPv4 inside of IPv6', text: '::ffff:10.0.0.01' },
]

for (const { name, text } of refused) t.test(`refused: ${name}`, async t => void t.equal(parseIp(text), undefined))

const cidrs: { name: string; text: string; prefixLength: number | undefined }[] = [
  { name: 'IPv4', text: '10.56.217.0/24', prefixLength: 24 },
  { name: 'host bits stay', text: '10.56.217.9/24', prefixLength: 24 },
  { name: 'the shortest', text: '10.0.0.0/0', prefixLength: 0 },
  { name: 'the longest for IPv4', text: '10.0.0.1/32', prefixLength: 32 },
  { name: 'too long for IPv4', text: '10.0.0.1/33', prefixLength: undefined },
  { name: 'the longest for IPv6', text: 'fd00::1/128', prefixLength: 128 },
  { name: 'too long for IPv6', text: 'fd00::1/129', prefixLength: undefined },
  { name: 'IPv4 inside of IPv6 has 128 bits', text: '::ffff:10.0.0.1/128', prefixLength: 128 },
  { name: 'leading zeros in the length', text: '10.0.0.5/024', prefixLength: 24 },
  { name: 'leading zeros in the address', text: '010.0.0.5/24', prefixLength: undefined },
  { name: 'no length', text: '10.0.0.5/', prefixLength: undefined },
  { name: 'no slash', text: '10.0.0.5', prefixLength: undefined },
  { name: 'no address', text: '/24', prefixLength: undefined },
  { name: 'a sign', text: '10.0.0.5/+24', prefixLength: undefined },
  { name: 'a negative length', text: '10.0.0.5/-1', prefixLength: undefined },
  { name: 'a netmask', text: '10.0.0.5/255.255.255.0', prefixLength: undefined },
  { name: 'two lengths', text: '10.0.0.5/24/24', prefixLength: undefined },
  { name: 'a blank', text: '10.0.0.5/ 24', prefixLength: undefined },
  { name: 'a zone', text: 'fe80::1%eth0/64', prefixLength: undefined },
  { name: 'a length beyond every number', text: `10.0.0.5/${'9'.repeat(400)}`, prefixLength: undefined },
]

for (const { name, text, prefixLength } of cidrs) {
  t.test(`prefix length: ${name}`, async t => void t.equal(parseCidr(text)?.prefixLength, prefixLength))
}

t.test('the address of a CIDR keeps its host bits', async t => {
  t.same(parseCidr('10.56.217.9/24')?.address, [10, 56, 217, 9])
})

t.test('every IPv4 address is read back', async t => {
  const property = fc.property(fc.ipV4(), text => t.same(parseIp(text)?.join('.'), text))
  fc.assert(property, { seed: 7, numRuns: 200 })
})

t.test('every IPv6 address is read, with 16 bytes', async t => {
  const property = fc.property(fc.ipV6(), text => t.equal(parseIp(text)?.length, 16, text))
  fc.assert(property, { seed: 7, numRuns: 200 })
})
