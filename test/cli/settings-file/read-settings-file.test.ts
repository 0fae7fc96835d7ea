import t from 'tap'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import { isFixed } from '../../../src/bonding/rules/rule.ts'
import { fileKeys } from '../../../src/cli/settings-file/file-keys.ts'
import { readSettingsFile } from '../../../src/cli/settings-file/read-settings-file.ts'

/** The flags as the file gives them, or what is wrong with it. */
function read(text: string): unknown {
  const reading = readSettingsFile('s.yaml', text)
  if (reading.kind === 'wrong') return reading.problems
  return Object.fromEntries([...reading.given].map(([flag, { texts }]) => [flag, texts]))
}

const good: readonly { name: string; text: string; given: object }[] = [
  { name: 'an empty file', text: '', given: {} },
  { name: 'remarks only', text: '# later\n', given: {} },
  { name: 'no settings', text: '{}', given: {} },
  { name: 'a value', text: 'devices: leave\n', given: { devices: ['leave'] } },
  { name: 'quoted', text: `devices: "leave"\nnamespace: 'demo'\n`, given: { devices: ['leave'], namespace: ['demo'] } },
  { name: 'a number is its text', text: 'namespace: 007\n', given: { namespace: ['007'] } },
  { name: 'a word that YAML 1.1 takes for a boolean', text: 'namespace: y\n', given: { namespace: ['y'] } },
  ...['on', 'true', 'yes', '"on"'].map(word => ({
    name: `on, written ${word}`,
    text: `discovery: ${word}\n`,
    given: { discovery: ['on'] },
  })),
  ...['off', 'false', 'no', "'off'"].map(word => ({
    name: `off, written ${word}`,
    text: `discovery: ${word}\nrules: {no-host-network: ${word}}\n`,
    given: { discovery: ['off'], rule: ['no-host-network=off'] },
  })),
  {
    name: 'a list, in brackets or in lines',
    text: 'supported-modes: [active-backup, 802.3ad]\nglobal-namespaces:\n  - a\n  - b\n',
    given: { 'supported-modes': ['active-backup,802.3ad'], 'global-namespaces': ['a,b'] },
  },
  {
    name: 'rules, in their order',
    text: 'rules:\n  no-host-network: warning\n  links-by-discovery: error\n',
    given: { rule: ['no-host-network=warning', 'links-by-discovery=error'] },
  },
  { name: 'no rules', text: 'rules: {}\n', given: { rule: [] } },
  {
    name: 'JSON',
    text: '{"devices": "leave", "rules": {"no-host-network": "off"}}',
    given: { devices: ['leave'], rule: ['no-host-network=off'] },
  },
  {
    name: 'a byte order mark, and a line of dashes in front',
    text: '\uFEFF# ours\n---\ndevices: leave\n',
    given: { devices: ['leave'] },
  },
  {
    name: 'an anchor and its alias',
    text: 'default-network-namespace: &n demo\nnamespace: *n\n',
    given: { 'default-network-namespace': ['demo'], namespace: ['demo'] },
  },
]
for (const { name, text, given } of good) {
  t.test(`read: ${name}`, async t => t.same(read(text), given))
}

const bad: readonly { name: string; text: string; problems: readonly string[] }[] = [
  { name: 'an unknown key', text: '\ncolour: on\n', problems: ['s.yaml:2:1: there is no setting "colour"'] },
  {
    name: 'a misspelt key',
    text: 'min-certanty: kernel\n',
    problems: ['s.yaml:1:1: there is no setting "min-certanty", did you mean min-certainty?'],
  },
  {
    name: 'the name of the flag where the file has another',
    text: 'rule: x\n',
    problems: ['s.yaml:1:1: there is no setting "rule", did you mean rules?'],
  },
  {
    name: 'a flag that is none of the file',
    text: 'listen: ":1"\n',
    problems: ['s.yaml:1:1: there is no setting "listen"'],
  },
  { name: 'a key of every object', text: '__proto__: {}\n', problems: ['s.yaml:1:1: there is no setting "__proto__"'] },
  {
    name: 'a misspelt rule',
    text: 'rules:\n  no-host-netwrk: off\n',
    problems: ['s.yaml:2:3: rules: there is no rule "no-host-netwrk", did you mean no-host-network?'],
  },
  {
    name: 'a severity that there is not',
    text: 'rules:\n  no-host-network: on\n',
    problems: ['s.yaml:2:3: rules: expected ID=off, ID=warning or ID=error, found "no-host-network=on"'],
  },
  {
    name: 'a value that is none',
    text: 'devices:   remove\n',
    problems: ['s.yaml:1:12: devices: expected add or leave, found "remove"'],
  },
  {
    name: 'nothing behind the key',
    text: 'devices:\n',
    problems: ['s.yaml:1:9: devices: expected add or leave, found ""'],
  },
  {
    name: 'a list for a value',
    text: 'devices: [add]\n',
    problems: ['s.yaml:1:10: devices: expected one value, found a list'],
  },
  {
    name: 'a value for a list',
    text: 'supported-modes: active-backup\n',
    problems: ['s.yaml:1:18: supported-modes: expected a list, found one value'],
  },
  {
    name: 'an empty list',
    text: 'global-namespaces: []\n',
    problems: ['s.yaml:1:20: global-namespaces: expected a list, found an empty list'],
  },
  {
    name: 'one wrong item of a list, at its place',
    text: 'global-namespaces:\n  - a\n  - B\n',
    problems: [
      's.yaml:3:5: global-namespaces: expected the name of a namespace (lower case letters, digits and -), found "B"',
    ],
  },
  {
    name: 'a list within a list',
    text: 'global-namespaces: [[a]]\n',
    problems: ['s.yaml:1:21: global-namespaces: expected one value, found a list'],
  },
  {
    name: 'a list of rules',
    text: 'rules: [no-host-network=off]\n',
    problems: ['s.yaml:1:8: rules: expected a mapping, found a list'],
  },
  {
    name: 'a rule with more than a severity',
    text: 'rules:\n  no-host-network: {severity: off}\n',
    problems: ['s.yaml:2:20: rules: no-host-network: expected one value, found a mapping'],
  },
  {
    name: 'all mistakes at once',
    text: 'discovery: maybe\ndevice: add\n',
    problems: [
      's.yaml:1:12: discovery: expected on or off, found "maybe"',
      's.yaml:2:1: there is no setting "device", did you mean devices?',
    ],
  },
  { name: 'no mapping', text: '- devices\n', problems: ['s.yaml:1:1: expected settings by their names, found a list'] },
  { name: 'text', text: 'devices', problems: ['s.yaml:1:1: expected settings by their names, found one value'] },
  { name: 'null', text: '---\nnull\n', problems: ['s.yaml:2:1: expected settings by their names, found nothing'] },
  {
    name: 'two documents',
    text: 'devices: add\n---\ndevices: leave\n',
    problems: ['s.yaml:3:1: a settings file is one document'],
  },
]
for (const { name, text, problems } of bad) {
  t.test(`refused: ${name}`, async t => t.same(read(text), problems))
}

const broken = [
  { name: 'what is no YAML', text: 'devices: "add\n', says: /^s\.yaml:1:10: / },
  { name: 'a key twice', text: 'devices: add\ndevices: leave\n', says: /^s\.yaml:2:1: .*"devices"/ },
  { name: 'text behind the end', text: '{}\ndevices: add\n', says: /^s\.yaml:2:1: / },
]
for (const { name, text, says } of broken) {
  t.test(`refused, in the words of the reader of manifests: ${name}`, async t => {
    const problems = read(text)
    t.match(problems, [says])
  })
}

t.test('a rule that stays an error cannot be lowered from a file either', async t => {
  for (const { id } of rules.filter(isFixed)) {
    for (const severity of ['off', 'warning'])
      t.match(read(`rules:\n  ${id}: ${severity}\n`), [`s.yaml:2:3: rules: ${id} stays an error: `])
    t.same(read(`rules:\n  ${id}: error\n`), { rule: [`${id}=error`] })
  }
})

t.test('every key takes the default of its flag, as it stands in the help', async t => {
  for (const { key, flagName, flag, holds } of fileKeys) {
    if (flag.fallback === undefined) continue
    const written = holds === 'list' ? `[${flag.fallback}]` : flag.fallback
    t.same(read(`${key}: ${written}\n`), { [flagName]: [flag.fallback] }, key)
  }
})

t.test('the place of a value is what a later mistake would blame', async t => {
  const reading = readSettingsFile('s.yaml', 'devices:   leave\n')
  t.same(reading.kind === 'given' && reading.given.get('devices')?.origin, 's.yaml:1:12')
})
