import t from 'tap'
import { bondConfig, network, networks, pod, sriov } from '../lint/linted.ts'
import { fixed, fixing, mended } from './fixed.ts'

const bond = (members: Readonly<Record<string, string>>) => network('bond-net1', bondConfig(members))

/** One member of a config that nothing else is wrong with, before and after. */
const members: readonly { name: string; key: string; before: string; after: string }[] = [
  { name: 'the number of milliseconds', key: 'miimon', before: '100', after: '"100"' },
  { name: 'a boolean in quotes', key: 'linksInContainer', before: '"true"', after: 'true' },
  { name: 'a number in quotes', key: 'failOverMac', before: '"1"', after: '1' },
  { name: 'the mtu in quotes', key: 'mtu', before: '"1500"', after: '1500' },
  { name: 'a capability in quotes', key: 'capabilities', before: '{"ips": "true"}', after: '{"ips": true}' },
]

for (const { name, key, before, after } of members) {
  t.test(name, async t => {
    const result = fixing({ 'bond.yaml': bond({ [key]: before }) })
    t.equal(result.files[0]?.after, bond({ [key]: after }))
    t.equal(result.fixed.length, 1)
    t.strictSame(result.refused, [])
  })
}

/** What only the author can decide. */
const kept: readonly { name: string; key: string; value: string; reason?: RegExp }[] = [
  {
    name: 'failOverMac "0": bare it would be refused as well',
    key: 'failOverMac',
    value: '"0"',
    reason: /fail-over-mac-required/,
  },
  { name: 'failOverMac "2"', key: 'failOverMac', value: '"2"', reason: /fail-over-mac-follow/ },
  { name: 'linksInContainer "false"', key: 'linksInContainer', value: '"false"', reason: /links-in-container-true/ },
  { name: 'failOverMac "true"', key: 'failOverMac', value: '"true"', reason: /found again/ },
  { name: 'an explicit 0', key: 'failOverMac', value: '0' },
  { name: 'an explicit 2', key: 'failOverMac', value: '2' },
  { name: 'an explicit false', key: 'linksInContainer', value: 'false' },
  { name: 'miimon as a fraction', key: 'miimon', value: '99.5' },
  { name: 'miimon that is no number', key: 'miimon', value: 'true' },
  { name: 'miimon 0, which would never fail over', key: 'miimon', value: '0', reason: /miimon-positive/ },
  { name: 'a mode that nobody knows', key: 'mode', value: '"tlb"' },
  { name: 'an old version', key: 'cniVersion', value: '"0.2.0"' },
  { name: 'a number with a blank in its quotes', key: 'failOverMac', value: '"1 "' },
  { name: 'a comma too many', key: 'mtu', value: '1500,' },
]

for (const { name, key, value, reason } of kept) {
  t.test(`not touched: ${name}`, async t => {
    const { files, refused, left } = fixing({ 'bond.yaml': bond({ [key]: value }) }, { missing: true })
    t.strictSame(files, [])
    t.ok(left.findings.length > 0)
    if (reason) t.match(refused[0]?.reason, reason)
    else t.strictSame(refused, [])
  })
}

t.test('the keys of SR-IOV CNI, too', async t => {
  t.equal(fixed(sriov('a', ', "vlan": "100"')), sriov('a', ', "vlan": 100'))
})

t.test('a version where there is none and no address to give', async t => {
  const text = sriov('sriovnet1').replace('"cniVersion": "1.0.0", ', '')
  t.equal(fixed(text), sriov('sriovnet1').replace('1.0.0', '0.3.1'))
  t.equal(fixed(text.replace('{"name', '{"cniVersion": "", "name')), sriov('sriovnet1').replace('1.0.0', '0.3.1'))
})

const without = (key: string) => bond({}).replace(new RegExp(`.*"${key}".*\n`), '')

t.test('what is missing is added where that is asked for', async t => {
  const text = without('failOverMac').replace(/.*"linksInContainer".*\n/, '')
  const unasked = fixing({ 'bond.yaml': text })
  t.strictSame(unasked.files, [])
  t.equal(unasked.onRequest, 2)
  const asked = fixing({ 'bond.yaml': text }, { missing: true })
  t.equal(asked.onRequest, 0)
  t.match(asked.files[0]?.after, /\n {6}"failOverMac": 1,\n {6}"mode": "active-backup",\n/)
  t.match(asked.files[0]?.after, /\n {6}"linksInContainer": true,\n {6}"links": \[/)
  t.strictSame(asked.left.findings, [])
})

t.test('in the plugin of a list', async t => {
  const list = (plugin: string) =>
    network(
      'a',
      `{"cniVersion": "0.3.1", "name": "a", "plugins": [{"type": "tuning"},
  {"type": "bond", "mode": "active-backup", "miimon": "100"${plugin}, "links": [{"name": "net1"}, {"name": "net2"}]}]}`,
    )
  t.match(
    fixed(list(''), { missing: true }),
    '{"type": "bond", "failOverMac": 1, "mode": "active-backup", "miimon": "100", "linksInContainer": true, "links": [',
  )
})

t.test('null is as good as missing', async t => {
  t.equal(fixed(bond({ failOverMac: 'null', linksInContainer: 'null' }), { missing: true }), bond({}))
})

t.test('links by names of the host are not looked for in the pod', async t => {
  const text = without('linksInContainer').replace('"net1"', '"ens1f0"')
  t.equal(fixed(text, { missing: true }), text)
})

t.test('what somebody has a reason for, and what a site does not want to hear, stays', async t => {
  const text = network(
    'bond-net1',
    bondConfig({ failOverMac: 'null' }),
    '{bond-injector.io/ignore: "fail-over-mac-required: trusted"}',
  )
  t.equal(fixed(text, { missing: true }), text)
  const uncertain = fixing(
    { 'a.yaml': bond({ failOverMac: 'null' }) },
    { missing: true, minCertainty: 'refused-at-load' },
  )
  t.strictSame(uncertain.files, [])
})

const podWithJson = (oam: string) =>
  `${networks}---\n${pod(
    'web',
    `labels: {bond-injector.io/bond: bond-net1}
  annotations:
    k8s.v1.cni.cncf.io/networks: |
      [{"name": ${oam}
        "interface": "oam0"}]`,
  )}`

t.test('callouts', async t => {
  const callouts: readonly { name: string; before: string; after: string }[] = [
    { name: 'in a name', before: network('a <1>', bondConfig()), after: network('a', bondConfig()) },
    { name: 'in quotes', before: network('"bond-net1 ②"', bondConfig()), after: network('"bond-net1"', bondConfig()) },
    {
      name: 'in an annotation',
      before: pod('web', 'annotations: {k8s.v1.cni.cncf.io/networks: oam@net1 <3>}'),
      after: pod('web', 'annotations: {k8s.v1.cni.cncf.io/networks: oam@net1}'),
    },
    {
      name: 'behind a number, which is one again',
      before: `${pod('web', '')}    ports:\n    - containerPort: 8080 <1>  # why\n`,
      after: `${pod('web', '')}    ports:\n    - containerPort: 8080  # why\n`,
    },
    {
      name: 'in the JSON of an annotation',
      before: podWithJson('"oam", <1>'),
      after: podWithJson('"oam",'),
    },
    {
      name: 'in a config',
      before: network('bond-net1', bondConfig().replace('"bond",', '"bond", <1>').replace('[', '[ 5')),
      after: network('bond-net1', bondConfig()),
    },
  ]
  for (const { name, before, after } of callouts) t.equal(fixed(before), after, name)
})

t.test('a callout in an annotation that would be a number without it', async t => {
  const text = network('bond-net1', bondConfig(), '{example.com/mtu: 1500 <1>}')
  const { files, refused } = fixing({ 'a.yaml': text })
  t.strictSame(files, [])
  t.match(refused[0]?.reason, /must be a text/)
})

t.test('several in one config, and several files', async t => {
  const broken = { miimon: '100', failOverMac: '"1"', linksInContainer: '"true"' }
  const result = fixing({
    'a.yaml': bond(broken),
    'b.yaml': `${networks}---\n${pod('web')}`,
    'c.yaml': sriov('s').replace('"cniVersion": "1.0.0", ', ''),
  })
  t.strictSame(
    result.files.map(({ file }) => file),
    ['a.yaml', 'c.yaml'],
  )
  t.equal(result.files[0]?.after, bond({}))
  t.strictSame(mended(result), [
    '13:22 fail-over-mac-integer',
    '14:27 links-in-container-boolean',
    '15:17 miimon-string',
    '7:11 cni-version-without-ipam',
  ])
})

t.test('items of a List each by itself', async t => {
  const item = (name: string, miimon: string) =>
    network(name, bondConfig({ name: `"${name}"`, miimon }))
      .replaceAll(/^/gm, '  ')
      .replace(/^ {2}a/, '- a')
      .trimEnd()
  const list = (...items: readonly string[]) => `apiVersion: v1\nkind: List\nitems:\n${items.join('\n')}\n`
  t.equal(
    fixed(list(item('a', '100'), item('b', '"100"'), item('c', '50'))),
    list(item('a', '"100"'), item('b', '"100"'), item('c', '"50"')),
  )
})

t.test('a config that other places of the file use is left to its author', async t => {
  const text = `apiVersion: v1
kind: List
items:
- apiVersion: k8s.cni.cncf.io/v1
  kind: NetworkAttachmentDefinition
  metadata: {name: a}
  spec: &spec
    config: '{"type": "sriov", "name": "a"}'
- apiVersion: k8s.cni.cncf.io/v1
  kind: NetworkAttachmentDefinition
  metadata: {name: b}
  spec: *spec
`
  const { files, refused } = fixing({ 'a.yaml': text })
  t.strictSame(files, [])
  t.match(refused[0]?.reason, /anchor &spec/)
})

t.test('what cannot be read keeps its bytes, and what stands beside it is mended', async t => {
  const text = `a: [\n---\n${bond({ miimon: '100' })}---\n{{ b }}\n`
  t.equal(fixed(text), `a: [\n---\n${bond({})}---\n{{ b }}\n`)
})

t.test('what a fix brings to light is what is left', async t => {
  const { left, refused } = fixing({ 'a.yaml': bond({ mode: '"tlb"' }).replace('"bond",', '"bond", <1>') })
  t.strictSame(refused, [])
  t.strictSame(
    left.findings.map(({ rule }) => rule),
    ['mode-known'],
  )
})

t.test('one that is refused stands in the way of no other of its file', async t => {
  const [wrong, right] = [bondConfig({ failOverMac: '"0"' }), bondConfig({ failOverMac: '"1"' })]
  const inAnnotation = (callouts: string) => network('b', bondConfig(), `{example.com/mtu: ${callouts}}`)
  const text = [network('a', wrong), network('c', right), inAnnotation('1500 <1>'), network('d <2>', bondConfig())]
  const result = fixing({ 'a.yaml': `a: "b" <1>\nc: [\n---\n${text.join('---\n')}` })
  const wanted = [network('a', wrong), network('c', bondConfig()), inAnnotation('1500 <1>'), network('d', bondConfig())]
  t.equal(result.files[0]?.after, `a: "b" <1>\nc: [\n---\n${wanted.join('---\n')}`)
  t.strictSame(
    result.refused.map(({ finding }) => finding.rule),
    ['callout', 'fail-over-mac-integer', 'callout'],
  )
})

t.test('what another repair has mended is not told as refused', async t => {
  const text = network('a', bondConfig({ failOverMac: '"0"', mode: '"balance-xor", "xmitHashPolicy": "layer3+4"' }))
  const { refused, fixed } = fixing({ 'a.yaml': text })
  t.strictSame(refused, [])
  t.equal(fixed.length, 1)
})
