import t from 'tap'
import { readNetwork } from '../../../src/bonding/network.ts'
import type { NetworkExample } from '../../../src/bonding/rules/example.ts'
import { networkOfExample } from '../../../src/bonding/rules/example-objects.ts'
import { createJudge } from '../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

function rulesOn(example: NetworkExample): readonly string[] {
  return judge.networks([readNetwork(networkOfExample(example, 'bond'))], 'demo').map(({ rule }) => rule)
}

interface Case {
  readonly name: string
  readonly config: NetworkExample
  readonly found: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'an unknown mode is not also an unsupported one', config: '"mode": "tlb"', found: ['mode-known'] },
  {
    name: 'without a known mode nobody asks for failOverMac',
    config: { with: '"mode": "Active-Backup"', without: ['failOverMac'] },
    found: ['mode-known'],
  },
  { name: 'nor is tlbDynamicLb held against it', config: '"mode": "tlb", "tlbDynamicLb": 1', found: ['mode-known'] },
  { name: 'nor a negative miimon', config: '"mode": "tlb", "miimon": "-1"', found: ['mode-known'] },
  { name: 'failOverMac of the wrong type', config: '"failOverMac": "0"', found: ['fail-over-mac-integer'] },
  { name: 'failOverMac out of range', config: '"failOverMac": 3', found: ['fail-over-mac-integer'] },
  { name: 'miimon of the wrong type', config: '"miimon": 0', found: ['miimon-string'] },
  { name: 'miimon without digits', config: '"miimon": ""', found: ['miimon-number'] },
  { name: 'miimon beyond 64 bits', config: '"miimon": "18446744073709551616"', found: ['miimon-number'] },
  { name: 'miimon that is cut to 0', config: '"miimon": "8589934592"', found: ['miimon-32-bits'] },
  { name: 'miimon that is cut to the most', config: '"miimon": "6442450943"', found: ['miimon-32-bits'] },
  { name: 'miimon that is cut to too much', config: '"miimon": "8589934591"', found: ['miimon-kernel-range'] },
  {
    name: 'linksInContainer of the wrong type',
    config: '"linksInContainer": "false"',
    found: ['links-in-container-boolean'],
  },
  { name: 'one bare name is no list of objects', config: '"links": ["net1"]', found: ['links-list-of-objects'] },
  { name: 'twice the same bare name', config: '"links": ["net1", "net1"]', found: ['links-list-of-objects'] },
  {
    name: 'one name without a key is not one link too few',
    config: '"links": [{}, {"name": "net2"}]',
    found: ['link-named'],
  },
  {
    name: 'two links without a name are not the same',
    config: '"links": [{"name": ""}, {"name": ""}]',
    found: ['link-named', 'link-named'],
  },
  {
    name: 'a NUL hides that two names are the same',
    config: '"links": [{"name": "net1"}, {"name": "net1\\u0000x"}]',
    found: ['link-name-legal', 'links-distinct'],
  },
  {
    name: 'a NUL leaves nothing of a name',
    config: '"links": [{"name": "net1"}, {"name": "\\u0000"}]',
    found: ['link-named', 'link-name-legal'],
  },
  {
    name: 'eth0 twice',
    config: '"links": [{"name": "eth0"}, {"name": "eth0"}]',
    found: ['links-distinct', 'eth0-not-a-link'],
  },
  {
    name: 'a name that is too long, twice',
    config: '"links": [{"name": "sixteen-letters-"}, {"name": "sixteen-letters-"}]',
    found: ['link-name-legal', 'link-name-legal', 'links-distinct'],
  },
  {
    name: 'on the host an interface may have a long alternative name',
    config: '"linksInContainer": false, "links": [{"name": "enp59s0f0npf0vf12"}, {"name": "net2"}]',
    found: ['links-in-container-true'],
  },
  {
    name: 'mtu of the wrong type',
    config: '"mtu": "60", "ipam": {"type": "whereabouts", "range": "fd00::/64"}',
    found: ['mtu-integer'],
  },
  {
    name: 'mtu too small for anything, with IPv6',
    config: '"mtu": 60, "ipam": {"type": "whereabouts", "range": "fd00::/64"}',
    found: ['mtu-minimum'],
  },
  {
    name: 'IPv6 under a key that this IPAM plugin does not read',
    config: '"mtu": 1200, "ipam": {"type": "host-local", "range": "fd00::/64"}',
    found: ['host-local-range', 'host-local-per-node'],
  },
  {
    name: 'tlbDynamicLb of the wrong type, in a mode without it',
    config: '"tlbDynamicLb": "1"',
    found: ['tlb-dynamic-lb-range'],
  },
  {
    name: 'tlbDynamicLb out of range, in a mode without it',
    config: '"tlbDynamicLb": 2',
    found: ['tlb-dynamic-lb-mode'],
  },
  { name: 'ipam of the wrong type', config: '"ipam": "bond"', found: ['cni-key-type'] },
  { name: 'capabilities of the wrong type', config: '"capabilities": {"ips": 1}', found: ['cni-key-type'] },
  {
    name: 'what Multus does not read is not judged further',
    config: '{"type": "bond", "mode": "tlb",}',
    found: ['config-json'],
  },
  {
    name: 'a number that is too big spoils everything',
    config: '"mode": "tlb", "mtu": 1e400',
    found: ['number-fits-float'],
  },

  {
    name: 'two causes: an unsupported mode and a tlbDynamicLb out of range',
    config: '"mode": "balance-tlb", "failOverMac": 0, "tlbDynamicLb": 2',
    found: ['tlb-dynamic-lb-range', 'mode-supported'],
  },
  {
    name: 'two causes: an unknown mode and a tlbDynamicLb out of range',
    config: '"mode": "tlb", "tlbDynamicLb": -1',
    found: ['mode-known', 'tlb-dynamic-lb-range'],
  },
  {
    name: 'tlbDynamicLb where it belongs',
    config: '"mode": "balance-alb", "failOverMac": 0, "tlbDynamicLb": 0',
    found: ['mode-supported'],
  },
  {
    name: 'the kernel gives 802.3ad 100 ms where miimon is negative',
    config: '"mode": "802.3ad", "failOverMac": 0, "miimon": "-1"',
    found: ['mode-supported'],
  },
  {
    name: 'but 0 switches it off there, too',
    config: '"mode": "802.3ad", "failOverMac": 0, "miimon": "0"',
    found: ['mode-supported', 'miimon-positive'],
  },
  {
    name: 'broadcast has no monitor of its own',
    config: '"mode": "broadcast", "failOverMac": 0, "miimon": "-1"',
    found: ['mode-supported', 'miimon-positive'],
  },
  {
    name: 'everything is said at once, what Bond CNI meets first comes first',
    config: '{"cniVersion": "9", "type": "bond", "mode": "tlb", "miimon": 100, "mtu": 60, "links": [{"name": "net1"}]}',
    found: [
      'cni-version-supported',
      'mode-known',
      'miimon-string',
      'at-least-two-links',
      'mtu-minimum',
      'links-in-container-true',
    ],
  },
  {
    name: 'of two spellings the lower case one counts',
    config: '"MODE": "active-backup", "FAILOVERMAC": 0, "failOverMac": 1',
    found: ['key-spelled-once', 'key-spelled-exactly'],
  },
  {
    name: 'and where it is wrong, it is',
    config:
      '{"cniVersion": "0.3.1", "type": "bond", "mode": "balance-rr", "Mode": "tlb", "linksInContainer": true, "miimon": "100", "miimOn": "0", "links": [{"name": "net1"}, {"name": "net2"}]}',
    found: ['key-spelled-once', 'key-spelled-once', 'balance-rr-reorders'],
  },
  {
    name: 'a wrong type somewhere keeps everybody away from IPAM',
    config: '"dns": {"nameservers": 1}, "ipam": {"type": "host-local"}',
    found: ['cni-key-type', 'host-local-per-node'],
  },
  { name: 'null counts as missing, and says so', config: '"failOverMac": null', found: ['fail-over-mac-required'] },
  { name: 'failOverMac 2 is one finding', config: '"failOverMac": 2', found: ['fail-over-mac-follow'] },
  { name: 'ifname is not also an unknown key', config: '"ifname": "bond0"', found: ['ifname-not-read'] },
  { name: 'an odd spelling is not also an unknown key', config: '"MTU": 1500', found: ['key-spelled-exactly'] },
  { name: 'two spellings are not also odd ones', config: '"Mtu": 1500, "mtu": 1400', found: ['key-spelled-once'] },
  {
    name: 'of two spellings null does not win',
    config: '"failOverMac": 1, "failovermac": null',
    found: ['key-spelled-once'],
  },
  {
    name: 'a key that comes twice is one finding',
    config: '"mtu": 1, "mtu": 2, "mtu": 1400',
    found: ['key-given-once'],
  },
  { name: 'an odd miimon that is cut is one finding', config: '"miimon": "4294967296"', found: ['miimon-32-bits'] },
  {
    name: 'a list before the bond that no IPAM plugin reads',
    config:
      '{"cniVersion": "0.3.1", "plugins": [{"type": "tuning", "ipam": {"type": "host-local"}}, {"type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}]}',
    found: ['bond-first-in-list'],
  },
]

for (const { name, config, found } of cases) {
  t.test(name, async t => {
    t.strictSame(rulesOn(config), found)
  })
}
