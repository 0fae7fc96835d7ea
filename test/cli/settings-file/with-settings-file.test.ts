import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readGiven, type Environment } from '../../../src/cli/given.ts'
import { lintFlags } from '../../../src/cli/lint-flags.ts'
import { rulesFlags } from '../../../src/cli/rules-flags.ts'
import type { Flags } from '../../../src/cli/flag.ts'
import { withSettingsFile } from '../../../src/cli/settings-file/with-settings-file.ts'

const name = '.bond-injector.yaml'

interface Call {
  readonly files?: Readonly<Record<string, string | Record<string, string>>>
  readonly args?: readonly string[]
  readonly environment?: Environment
  readonly flags?: Flags
}

/** What each flag was given in the end, in a repository that holds these files. */
async function all(t: Test, { files = {}, args = [], environment = {}, flags = lintFlags }: Call): Promise<unknown> {
  const folder = t.testdir({ '.git': {}, ...files })
  const given = readGiven(flags, args, environment)
  if (given.kind === 'wrong') return given.problem
  const reading = await withSettingsFile(flags, given.given, folder)
  if (reading.kind === 'wrong') return reading.problems
  return Object.fromEntries([...reading.given].map(([flag, { texts }]) => [flag, texts]))
}

const rules = 'rules:\n  no-host-network: off\n  links-by-discovery: error\n'
const cases: readonly (Call & { name: string; given: unknown })[] = [
  { name: 'no file', given: {} },
  {
    name: 'the file of the folder, and its name',
    files: { [name]: 'devices: leave' },
    given: { devices: ['leave'], settings: [name] },
  },
  {
    name: 'a flag wins',
    files: { [name]: 'devices: leave\ndiscovery: off' },
    args: ['--devices=add'],
    given: { devices: ['add'], discovery: ['off'], settings: [name] },
  },
  {
    name: 'a variable wins',
    files: { [name]: 'devices: leave' },
    environment: { BOND_INJECTOR_DEVICES: 'add' },
    given: { devices: ['add'], settings: [name] },
  },
  {
    name: 'a list is one setting',
    files: { [name]: 'supported-modes: [active-backup, 802.3ad]' },
    args: ['--supported-modes=balance-xor'],
    given: { 'supported-modes': ['balance-xor'], settings: [name] },
  },
  {
    name: 'each rule is one: the last of them counts',
    files: { [name]: rules },
    args: ['--rule=no-host-network=error'],
    given: {
      rule: ['no-host-network=off', 'links-by-discovery=error', 'no-host-network=error'],
      settings: [name],
    },
  },
  {
    name: 'a setting of another command is read and left alone',
    files: { [name]: 'workload-verdicts: refuse' },
    given: { settings: [name] },
  },
  {
    name: 'also if it is wrong, for the other command will stop at it',
    files: { [name]: 'workload-verdicts: maybe' },
    given: [`${name}:1:20: workload-verdicts: expected warn or refuse, found "maybe"`],
  },
  {
    name: 'another file instead',
    files: { [name]: 'devices: leave', 'ci.yaml': 'discovery: off' },
    args: ['--settings=ci.yaml'],
    given: { discovery: ['off'], settings: ['ci.yaml'] },
  },
  {
    name: 'another file by its variable',
    files: { 'ci.yaml': 'discovery: off' },
    environment: { BOND_INJECTOR_SETTINGS: 'ci.yaml' },
    given: { discovery: ['off'], settings: ['ci.yaml'] },
  },
  { name: 'none, although there is one', files: { [name]: 'devices: leave' }, args: ['--settings', 'off'], given: {} },
  {
    name: 'a file that is called off',
    files: { off: 'devices: leave' },
    args: ['--settings=./off'],
    given: { devices: ['leave'], settings: ['./off'] },
  },
  { name: 'a file that is not there', args: ['--settings=no.yaml'], given: ['--settings no.yaml: does not exist'] },
  {
    name: 'a file that is not there, by its variable',
    environment: { BOND_INJECTOR_SETTINGS: 'no.yaml' },
    given: ['BOND_INJECTOR_SETTINGS no.yaml: does not exist'],
  },
  {
    name: 'a folder',
    files: { site: { 'x.yaml': '' } },
    args: ['--settings=site'],
    given: ['--settings site: is no file'],
  },
  { name: 'standard input is no file either', args: ['--settings=-'], given: ['--settings -: does not exist'] },
  {
    name: 'a command without site settings asks for no file',
    files: { [name]: 'nonsense' },
    flags: rulesFlags,
    given: {},
  },
]
for (const { name, given, ...call } of cases) {
  t.test(name, async t => t.same(await all(t, call), given))
}

t.test('from a folder below, its name leads there', async t => {
  const folder = t.testdir({ '.git': {}, [name]: 'devices: remove', a: { b: {} } })
  t.same(await withSettingsFile(lintFlags, new Map(), join(folder, 'a', 'b')), {
    kind: 'wrong',
    problems: [`../../${name}:1:10: devices: expected add or leave, found "remove"`],
  })
})
