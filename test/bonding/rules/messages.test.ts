import t from 'tap'
import type { CauseReason, Finding } from '../../../src/bonding/finding.ts'
import { foreignAnnotations } from '../../../src/bonding/keys.ts'
import { describe } from '../../../src/bonding/layout.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { formatPath } from '../../../src/bonding/place.ts'
import type { NetworkExample } from '../../../src/bonding/rules/example.ts'
import { networkOfExample } from '../../../src/bonding/rules/example-objects.ts'
import { createJudge } from '../../../src/bonding/rules/judge.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import { judgeExamples } from '../../../src/bonding/rules/judged-examples.ts'

const judge = createJudge(new Map())

function findingsOn(example: NetworkExample): readonly Finding[] {
  return judge.networks([readNetwork(networkOfExample(example, 'bond'))], 'demo')
}

function messagesOn(example: NetworkExample): readonly string[] {
  return findingsOn(example).map(describe)
}

t.test('the example of the design, to the letter', async t => {
  t.strictSame(messagesOn({ without: ['failOverMac'] }), [
    'demo/bond-net1 spec.config.failOverMac: missing, but mode active-backup needs it. Set "failOverMac": 1 [bond-injector fail-over-mac-required]',
  ])
})

interface Case {
  readonly name: string
  readonly config: NetworkExample
  /** What its message must hold: what was found, what the real program says, what to write. */
  readonly parts: readonly string[]
}

const cases: readonly Case[] = [
  {
    name: 'where in the text JSON breaks',
    config: '{"type": "bond",\n "mode": "balance-rr" "mtu": 1500}',
    parts: ['spec.config: line 2, column 22: no comma after'],
  },
  {
    name: 'a callout of the documentation',
    config: '{\n  "type": "bond", 1\n  "mode": "active-backup"\n}',
    parts: [
      'spec.config: line 2, column 19: ',
      'callout',
      "(Multus: failed to unmarshal Spec.Config: invalid character '1'",
    ],
  },
  {
    name: 'the end of a mode',
    config: '"mode": "tlb"',
    parts: ['"tlb"', 'bonding mode (tlb) is not supported', 'Did you mean balance-tlb?'],
  },
  { name: 'the number of a mode', config: '"mode": "2"', parts: ['Did you mean balance-xor?'] },
  {
    name: 'the number of a mode, without quotes',
    config: '"mode": 1',
    parts: ['the number 1', 'Did you mean active-backup?'],
  },
  { name: 'another case of a mode', config: '"mode": "Balance-XOR"', parts: ['Did you mean balance-xor?'] },
  { name: 'a typo in a mode', config: '"mode": "active_backup"', parts: ['Did you mean active-backup?'] },
  { name: 'LACP', config: '"mode": "lacp"', parts: ['Did you mean 802.3ad?'] },
  {
    name: 'a mode like no other',
    config: '"mode": "fastest"',
    parts: ['supported). Use active-backup, balance-xor, balance-rr'],
  },
  {
    name: 'a hash policy in another case',
    config: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "Layer3+4"',
    parts: ['Did you mean layer3+4?'],
  },
  {
    name: 'names instead of links',
    config: '"links": ["ens1", "ens2", "ens3"]',
    parts: [
      'links[0]: the text "ens1"',
      'cannot unmarshal string',
      'Write "links": [{"name": "ens1"}, {"name": "ens2"}, {"name": "ens3"}]',
    ],
  },
  {
    name: 'links as a text',
    config: '"links": "a1, b2"',
    parts: ['Write "links": [{"name": "a1"}, {"name": "b2"}]'],
  },
  {
    name: 'a number instead of text',
    config: '"miimon": 250',
    parts: [
      'miimon: the number 250',
      'into Go struct field bondingConfig.miimon of type string',
      'Put the number in quotes: "miimon": "250"',
    ],
  },
  {
    name: 'a text in the key of a list of plugins',
    config:
      '{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "bond", "mode": "tlb", "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}]}',
    parts: ['demo/bond-net1 spec.config.plugins[0].mode: "tlb"'],
  },
  {
    name: 'a crash of Multus',
    config: '{"plugins": []}',
    parts: ['Multus crashes: index out of range [0] with length 0'],
  },
  {
    name: 'a crash at ADD only',
    config: '{"name": "l", "Plugins": [{"type": "bond"}]}',
    parts: ['spec.config.Plugins', 'Multus crashes at ADD'],
  },
  {
    name: 'the words of Multus without its chain of calls',
    config: '"prevResult": 1',
    parts: [
      '(Multus: json: cannot unmarshal number into Go struct field PluginConf.prevResult of type map[string]interface {})',
    ],
  },
  {
    name: 'what was cut',
    config: '"miimon": "6442450944"',
    parts: ['"6442450944" (of which 2147483648 reaches it)'],
  },
  {
    name: 'no links at all',
    config: { without: ['links'] },
    parts: ['links: missing (', 'at least two links, we have 0'],
  },
  { name: 'an empty list', config: '"links": []', parts: ['links: no link (', 'at least two links, we have 0'] },
  { name: 'one link', config: '"links": [{"name": "net1"}]', parts: ['links: one link only (', 'we have 1'] },
  {
    name: 'a name in capitals',
    config: '"links": [{"NAME": "net1"}, {"name": "net2"}]',
    parts: ['links[0].NAME: no text under the key "name"', 'failed to find link name'],
  },
  {
    name: 'an empty name of a link',
    config: '"links": [{"name": ""}, {"name": "net2"}]',
    parts: ['links[0].name: empty', 'failed to confirm that link () exists'],
  },
  {
    name: 'a name that comes later again',
    config: '"links": [{"name": "a"}, {"name": "b"}, {"name": "b"}]',
    parts: ['links[2].name: "b" is links[1] already'],
  },
  {
    name: 'a mode that is not there',
    config: { without: ['mode'] },
    parts: ['mode: missing', 'Set "mode": "active-backup"'],
  },
  { name: 'an empty mode', config: '"mode": ""', parts: ['mode: "" is no bonding mode'] },
  {
    name: 'linksInContainer that is not there',
    config: { without: ['linksInContainer'] },
    parts: ['linksInContainer: missing,'],
  },
  { name: 'linksInContainer false', config: '"linksInContainer": false', parts: ['linksInContainer: false,'] },
  { name: 'failOverMac 2', config: '"failOverMac": 2', parts: ['failOverMac: 2 works until the first failover'] },
  {
    name: 'miimon that is not there',
    config: { without: ['miimon'] },
    parts: ['miimon: missing', 'Set "miimon": "100" ['],
  },
  { name: 'a text instead of a number', config: '"mtu": "1500"', parts: ['mtu: the text "1500"'] },
  { name: 'a list instead of a number', config: '"mtu": [1500]', parts: ['mtu: a list,'] },
  { name: 'an object instead of a number', config: '"mtu": {}', parts: ['mtu: an object,'] },
  { name: 'true instead of a number', config: '"mtu": true', parts: ['mtu: true,'] },
  { name: 'a miimon that would be 100', config: '"miimon": "4294967396"', parts: ['reaches the kernel as 100. '] },
  {
    name: 'a miimon that would be 0',
    config: '"miimon": "4294967296"',
    parts: ['reaches the kernel as 0, which switches link monitoring off'],
  },
  {
    name: 'a negative miimon',
    config: '"miimon": "-1"',
    parts: ['"-1" is not sent', 'mode active-backup has no link monitoring'],
  },
  {
    name: 'which address is of IPv6',
    config:
      '"mtu": 1200, "ipam": {"type": "static", "addresses": [{"address": "10.0.0.1/8"}, {"address": "fd00::1/64"}]}',
    parts: ['ipam: "fd00::1/64"'],
  },
  { name: 'neither type nor plugins', config: '{}', parts: ['spec.config: neither "type" nor "plugins" is there'] },
  { name: 'a type that is empty', config: '"type": ""', parts: ['spec.config.type: "", and no plugins'] },
  {
    name: 'names and links mixed',
    config: '"links": [{"name": "a1"}, "b2"]',
    parts: ['links[1]: the text "b2"', 'Write "links": [{"name": "a1"}, {"name": "b2"}]'],
  },
  {
    name: 'one name does not make a bond',
    config: '"links": ["a1"]',
    parts: ['Write "links": [{"name": "net1"}, {"name": "net2"}]'],
  },
  {
    name: 'a hash policy like no other',
    config: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": ""',
    parts: ['actual: ). Use one of layer2, '],
  },
  {
    name: 'true instead of a text',
    config: '"miimon": true',
    parts: ['miimon: true,', 'Put the number in quotes: "miimon": "100"'],
  },
  {
    name: 'a line break in the words of another program',
    config: '"name": "a\\nb"',
    parts: ['invalid characters found in network name; a\\nb)'],
  },
  {
    name: 'a long name in the words of another program',
    config: `"name": "/${'x'.repeat(5000)}"`,
    parts: [`${'x'.repeat(100)}...)`],
  },
  { name: 'a long text is cut', config: `"mode": "${'x'.repeat(5000)}"`, parts: [`"${'x'.repeat(40)}..."`] },
]

for (const { name, config, parts } of cases) {
  t.test(name, async t => {
    const [message = '', ...others] = messagesOn(config)
    t.strictSame(others, [], 'one finding')
    for (const part of parts) t.ok(message.includes(part), `${message} has ${part}`)
  })
}

const reasons: readonly { readonly reason: CauseReason; readonly config: NetworkExample }[] = [
  { reason: 'FieldValueRequired', config: { without: ['mode'] } },
  { reason: 'FieldValueRequired', config: { without: ['links'] } },
  { reason: 'FieldValueRequired', config: { without: ['miimon'] } },
  { reason: 'FieldValueRequired', config: { without: ['failOverMac'] } },
  { reason: 'FieldValueRequired', config: { without: ['linksInContainer'] } },
  { reason: 'FieldValueRequired', config: { without: ['type'] } },
  { reason: 'FieldValueInvalid', config: '"links": []' },
  { reason: 'FieldValueInvalid', config: '"miimon": ""' },
  { reason: 'FieldValueInvalid', config: '"failOverMac": 0' },
  { reason: 'FieldValueInvalid', config: '"linksInContainer": false' },
  { reason: 'FieldValueInvalid', config: '{"type": "bond",}' },
  { reason: 'FieldValueNotSupported', config: '"mode": "tlb"' },
  { reason: 'FieldValueNotSupported', config: '"mode": "802.3ad", "failOverMac": 0' },
  { reason: 'FieldValueNotSupported', config: '"cniVersion": "2.0.0"' },
  { reason: 'FieldValueNotSupported', config: '"allSlavesActive": 2' },
  { reason: 'FieldValueDuplicate', config: '"links": [{"name": "net1"}, {"name": "net1"}]' },
  { reason: 'FieldValueForbidden', config: '"tlbDynamicLb": 1' },
  {
    reason: 'FieldValueForbidden',
    config: { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port0' } },
  },
]

t.test("the reason is one of Kubernetes' own", async t => {
  for (const { reason, config } of reasons) {
    t.strictSame(
      findingsOn(config).map(finding => finding.reason),
      [reason],
      `${JSON.stringify(config)}: ${reason}`,
    )
  }
})

t.test('the place is where the author wrote it', async t => {
  const config =
    '{"cniVersion": "0.3.1", "type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "MIIMON": "0", "links": [{"name": "net1"}, {"name": "net1"}]}'
  const places = findingsOn(config).map(({ place: { path, span } }) => [
    formatPath(path),
    span && config.slice(span.start, span.end),
  ])
  t.strictSame(places, [
    ['spec.config.links[1].name', '"net1"'],
    ['spec.config.MIIMON', '"0"'],
    ['spec.config.MIIMON', '"0"'],
  ])
  t.strictSame(findingsOn('{"type": "bond",}')[0]?.place.span, { start: 15, end: 16 }, 'the comma')
})

t.test('the text of every rule about networks is plain and on one line', async t => {
  for (const rule of rules.filter(({ object }) => object !== 'pod')) {
    const own = judgeExamples(rule).bad.flatMap(({ findings }) => findings)
    const odd = own.filter(({ message, fix }) => {
      // The words of other programs stand in brackets.
      const ours = message.replace(/\(.*\)/s, '')
      return (
        [message, fix].some(text => /[.\n]$|[\n\0]|undefined/.test(text)) || /invalid|illegal|please/i.test(ours + fix)
      )
    })
    t.strictSame(odd.map(describe), [], rule.id)
    t.ok(
      own.every(finding => describe(finding).length <= 400),
      `${rule.id} is short`,
    )
  }
})
