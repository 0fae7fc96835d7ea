import t from 'tap'
import { readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { pointedAt } from '../shown-networks.ts'

// The verdicts are those of Multus's own parser (95a0932), run on the same texts.
interface Refused {
  readonly name: string
  readonly text: string
  /** The piece that the message points at; all of the text where it is left out. */
  readonly at?: string
  readonly found: RegExp
  readonly fix: RegExp
  readonly multus: RegExp
}

const slashes = /Invalid network object \(failed at '\/'\)/
const ats = /Invalid network object \(failed at '@'\)/
const mismatch = /did not match comma-delimited format/
const interfaceName = /Failed to parse interface name/

const refused: Refused[] = [
  {
    name: 'two slashes',
    text: 'a, x/b/net1',
    at: 'x/b/net1',
    found: /"x\/b\/net1" has more than one "\/"/,
    fix: /only "@" comes before an interface/,
    multus: slashes,
  },
  {
    name: 'two slashes and two "@": slashes first',
    text: 'a/b/c@d@e',
    found: /more than one "\/"/,
    fix: /name\[@interface\]/,
    multus: slashes,
  },
  { name: 'two "@"', text: 'a@net1@net2', found: /more than one "@"/, fix: /name\[@interface\]/, multus: ats },
  { name: '"/" behind "@"', text: 'a@b/c', found: /"\/" behind "@"/, fix: /name\[@interface\]/, multus: mismatch },
  {
    name: '"/" between two "@"',
    text: 'a@b/c@d',
    found: /"\/" behind "@"/,
    fix: /name\[@interface\]/,
    multus: mismatch,
  },
  {
    name: 'a line break for a comma',
    text: 'a\nb',
    found: /a line break inside/,
    fix: /^Write a,b$/,
    multus: mismatch,
  },
  {
    name: 'a line break for a comma, with interfaces',
    text: 'x/a@net1\n  b@net2',
    found: /a line break inside/,
    fix: /^Write x\/a@net1,b@net2$/,
    multus: ats,
  },
  {
    name: 'a YAML list',
    text: '- a\n- b',
    found: /a line break inside/,
    fix: /^Separate .* with commas/,
    multus: mismatch,
  },
  { name: 'a blank for a comma', text: 'a b', found: /a blank inside/, fix: /^Write a,b$/, multus: mismatch },
  {
    name: 'a blank in an interface',
    text: 'a@my if',
    found: /a blank inside/,
    fix: /no blank inside a name/,
    multus: interfaceName,
  },
  { name: 'capitals', text: 'Net-A', found: /"Net-A" has upper case/, fix: /^Write net-a$/, multus: mismatch },
  { name: 'capitals in a namespace', text: 'Demo/a', found: /namespace "Demo"/, fix: /^Write demo$/, multus: mismatch },
  {
    name: 'an underscore',
    text: 'net_a',
    found: /"net_a" has the character "_"/,
    fix: /digits and "-"/,
    multus: mismatch,
  },
  {
    name: 'a semicolon for a comma',
    text: 'a;b',
    found: /has the character ";"/,
    fix: /digits and "-"/,
    multus: mismatch,
  },
  { name: 'a dash first', text: '-a', found: /begins or ends with "-"/, fix: /both ends/, multus: mismatch },
  { name: 'a dash last', text: 'a-@x', found: /"a-" begins or ends with "-"/, fix: /both ends/, multus: mismatch },
  { name: 'single quotes', text: "'a'", found: /has quotes around it/, fix: /Remove the quotes/, multus: mismatch },
  {
    name: 'an unseen character',
    text: 'a\u200bb',
    found: /has the character "\\u200b"/,
    fix: /digits and "-"/,
    multus: mismatch,
  },
  {
    name: 'a byte order mark is no blank for Go',
    text: '\ufeffa',
    found: /has the character "\\ufeff"/,
    fix: /digits/,
    multus: mismatch,
  },
  {
    name: 'a dot in a name',
    text: 'x/my.net@net1',
    found: /"my\.net" has a dot/,
    fix: /\{"name":"my\.net","namespace":"x","interface":"net1"\}/,
    multus: mismatch,
  },
  { name: 'a dot in a bare name', text: 'my.net', found: /has a dot/, fix: /\{"name":"my\.net"\}/, multus: mismatch },
  {
    name: 'a dot in a namespace, which has none',
    text: 'x.y/a',
    found: /namespace "x\.y" has the character "\."/,
    fix: /digits/,
    multus: mismatch,
  },
  {
    name: 'an interface of 16 bytes',
    text: 'a@abcdefghijklmnop',
    found: /16 bytes, at most 15/,
    fix: /shorter/,
    multus: interfaceName,
  },
  {
    name: 'an interface of 8 characters and 16 bytes',
    text: 'a@éééééééé',
    found: /16 bytes/,
    fix: /shorter/,
    multus: interfaceName,
  },
  {
    name: 'the first faulty element is named',
    text: 'a,B,c/d/e',
    at: 'B',
    found: /"B"/,
    fix: /Write b/,
    multus: mismatch,
  },
  {
    name: 'the name is looked at before the interface',
    text: 'A@abcdefghijklmnop',
    found: /upper case/,
    fix: /^Write a$/,
    multus: mismatch,
  },
  {
    name: 'a faulty element comes before one without a name',
    text: ',a/b/c',
    at: 'a/b/c',
    found: /more than one/,
    fix: /Write/,
    multus: slashes,
  },
]

for (const { name, text, at = text, ...words } of refused) {
  t.test(`refused: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    t.match(list, { kind: 'unreadable', stage: 'parse', ...words })
    t.equal(pointedAt(text, list), at)
  })
}

// Multus's parser takes them; no network is ever found for them.
const nameless: { name: string; text: string; start: number; found: RegExp }[] = [
  { name: 'a comma behind', text: 'a,', start: 2, found: /behind the last comma/ },
  { name: 'a comma and a line break behind', text: 'a,\n', start: 3, found: /behind the last comma/ },
  { name: 'a comma before', text: ',a', start: 0, found: /before the first comma/ },
  { name: 'two commas', text: 'a,,b', start: 2, found: /between two commas/ },
  { name: 'only a comma', text: ',', start: 0, found: /before the first comma/ },
  { name: 'only blanks', text: ' \n', start: 2, found: /only blanks/ },
  { name: 'only an interface', text: 'a,@x', start: 2, found: /"@x" names no network/ },
  { name: 'only a namespace', text: 'ns/', start: 0, found: /"ns\/" names no network/ },
  { name: 'a namespace and an interface', text: 'ns/@x', start: 0, found: /"ns\/@x" names no network/ },
]

for (const { name, text, start, found } of nameless) {
  t.test(`without a name: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    t.match(list, {
      kind: 'unreadable',
      stage: 'lookup',
      span: { start },
      found,
      multus: /definition \(\) in namespace/,
    })
  })
}

// A value may have 256 KiB, and every pod of the cluster waits for the answer.
const hostile: { name: string; text: string }[] = [
  { name: 'blanks', text: `a${' '.repeat(250_000)}b` },
  { name: 'blanks around "@"', text: `a@b c${' @'.repeat(120_000)}` },
  { name: 'quotes', text: `a${"'".repeat(250_000)}b` },
  { name: 'dashes', text: `a${'-'.repeat(250_000)}` },
  { name: 'dots', text: `a${'.'.repeat(250_000)}` },
  { name: 'slashes', text: '/'.repeat(250_000) },
  { name: 'a long interface', text: `a@${'x'.repeat(250_000)}` },
]

for (const { name, text } of hostile) {
  t.test(`a very long value of ${name} is refused at once, in few words`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    t.equal(list.kind, 'unreadable')
    if (list.kind === 'unreadable') t.ok(Math.max(list.found.length, list.fix.length, list.multus.length) < 250)
  })
}
