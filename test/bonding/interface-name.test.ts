import t from 'tap'
import { interfaceNameProblem } from '../../src/bonding/interface-name.ts'

const legal: { name: string; interface: string }[] = [
  { name: 'a link of a bond', interface: 'net1' },
  { name: 'taken in every pod, but legal', interface: 'eth0' },
  { name: 'one character', interface: 'x' },
  { name: 'exactly 15 bytes', interface: 'abcdefghijklmno' },
  { name: 'exactly 15 bytes in 8 characters', interface: 'ééééééé1' },
  { name: 'capitals, "_" and "."', interface: 'My_if.100' },
  { name: 'three dots', interface: '...' },
  { name: '"@"', interface: 'a@b' },
  { name: '","', interface: 'a,b' },
  { name: 'quotes', interface: '"q"' },
  { name: 'a backtick', interface: 'a`b' },
  { name: 'a control character that is no blank', interface: 'a\u0001b' },
  { name: 'a zero width space, which is no blank', interface: 'a\u200bb' },
  { name: 'a neighbour of à', interface: 'á' },
  { name: 'longer than one that the kernel knows', interface: 'alldefault' },
]

for (const { name, interface: interfaceName } of legal) {
  t.test(`legal: ${name}`, async t => void t.equal(interfaceNameProblem(interfaceName), undefined))
}

const refused: { name: string; interface: string; by: string; reason: RegExp }[] = [
  { name: 'no name', interface: '', by: 'libcni', reason: /empty/ },
  { name: '16 bytes', interface: 'abcdefghijklmnop', by: 'libcni', reason: /16 bytes, at most 15/ },
  { name: '16 bytes in 8 characters', interface: 'éééééééé', by: 'libcni', reason: /16 bytes/ },
  { name: '127 bytes: libcni still sees it', interface: 'x'.repeat(127), by: 'libcni', reason: /127 bytes/ },
  { name: '128 bytes: Multus stumbles first', interface: 'x'.repeat(128), by: 'multus', reason: /128 bytes/ },
  { name: 'this directory', interface: '.', by: 'libcni', reason: /directory/ },
  { name: 'the directory above', interface: '..', by: 'libcni', reason: /directory/ },
  { name: 'a slash', interface: 'a/b', by: 'libcni', reason: /"\/"/ },
  { name: 'an alias', interface: 'eth:1', by: 'libcni', reason: /":"/ },
  { name: 'a space', interface: 'a b', by: 'libcni', reason: /blank/ },
  { name: 'a line break behind', interface: 'net1\n', by: 'libcni', reason: /blank/ },
  { name: 'a next-line character', interface: 'a\u0085', by: 'libcni', reason: /blank/ },
  { name: 'a no-break space', interface: 'a\u00a0b', by: 'libcni', reason: /blank/ },
  { name: 'an ideographic space', interface: '\u3000', by: 'libcni', reason: /blank/ },
  // Tried with SIOCSIFNAME in an own network namespace, Linux 6.18.
  { name: 'all', interface: 'all', by: 'kernel', reason: /settings directory/ },
  { name: 'default', interface: 'default', by: 'kernel', reason: /settings directory/ },
  { name: 'a numbering pattern', interface: 'net%d', by: 'kernel', reason: /"%"/ },
  { name: 'another pattern', interface: 'net%s', by: 'kernel', reason: /"%"/ },
  { name: 'a character of two bytes, the second like a blank', interface: 'bond-à', by: 'kernel', reason: /"à"/ },
  { name: 'a character of three bytes, the last like a blank', interface: '\u2020', by: 'kernel', reason: /blank/ },
  { name: 'a character of three bytes, the second like a blank', interface: '\u2800', by: 'kernel', reason: /blank/ },
  { name: 'a character of four bytes', interface: '\u{1f620}', by: 'kernel', reason: /blank/ },
  { name: 'a character of four bytes, the second like a blank', interface: '\u{20000}', by: 'kernel', reason: /blank/ },
  { name: 'a NUL', interface: 'net1\0', by: 'libcni', reason: /NUL/ },
]

for (const { name, interface: interfaceName, by, reason } of refused) {
  t.test(`refused: ${name}`, async t => {
    const problem = interfaceNameProblem(interfaceName)
    t.equal(problem?.by, by)
    t.match(problem?.reason, reason)
    t.not(problem?.upstream ?? '', '')
  })
}
