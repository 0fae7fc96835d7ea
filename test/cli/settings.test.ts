import t from 'tap'
import { optional, repeated, toggle, value, withDefault, wrong } from '../../src/cli/flag.ts'
import { readGiven, variableOf, type Environment } from '../../src/cli/given.ts'
import { readSettings } from '../../src/cli/settings.ts'

const number = (given: string) => (/^\d+$/.test(given) ? value(Number(given)) : wrong('a number', given))
const flags = {
  size: withDefault({ value: 'N', help: 'How large.', fallback: '7' }, number),
  'max-age': optional({ value: 'N', help: 'How old.' }, number),
  pick: repeated({ short: 'p', value: 'N', help: 'Which.' }, number),
  all: toggle({ short: 'A', help: 'All of them.' }),
}

function read(args: readonly string[], environment: Environment = {}) {
  const given = readGiven(flags, args, environment)
  if (given.kind === 'wrong') return given.problem
  if (given.help) return 'help'
  const settings = readSettings(flags, given.given)
  return settings.kind === 'wrong' ? settings.problem : settings.value
}

const defaults = { size: 7, 'max-age': undefined, pick: [], all: false }

const good: readonly { name: string; args?: readonly string[]; environment?: Environment; settings: object }[] = [
  { name: 'nothing given', settings: defaults },
  { name: 'a value behind the flag', args: ['--size', '1'], settings: { ...defaults, size: 1 } },
  { name: 'a value behind =', args: ['--size=1', '--max-age=2'], settings: { ...defaults, size: 1, 'max-age': 2 } },
  { name: 'a flag that repeats', args: ['--pick', '3', '--pick=1'], settings: { ...defaults, pick: [3, 1] } },
  { name: 'a variable', environment: { BOND_INJECTOR_MAX_AGE: '2' }, settings: { ...defaults, 'max-age': 2 } },
  {
    name: 'a list in a variable',
    environment: { BOND_INJECTOR_PICK: '3, 1,' },
    settings: { ...defaults, pick: [3, 1] },
  },
  { name: 'an empty variable is absent', environment: { BOND_INJECTOR_SIZE: ' ' }, settings: defaults },
  {
    name: 'a flag wins over its variable, also where it repeats',
    args: ['--size=1', '--pick=1'],
    environment: { BOND_INJECTOR_SIZE: '2', BOND_INJECTOR_PICK: '2,3' },
    settings: { ...defaults, size: 1, pick: [1] },
  },
  { name: 'a short name', args: ['-p', '3'], settings: { ...defaults, pick: [3] } },
  { name: 'a short name with its value in one', args: ['-p3', '-p', '1'], settings: { ...defaults, pick: [3, 1] } },
  { name: 'a short name with =, as kubectl takes it', args: ['-p=3'], settings: { ...defaults, pick: [3] } },
  { name: 'short and long name in turn', args: ['-p=3', '--pick=1'], settings: { ...defaults, pick: [3, 1] } },
  { name: 'a flag without a value', args: ['--all', '--size', '1'], settings: { ...defaults, size: 1, all: true } },
  { name: 'its short name', args: ['-A'], settings: { ...defaults, all: true } },
  { name: 'short names in one', args: ['-Ap', '3'], settings: { ...defaults, pick: [3], all: true } },
  { name: 'said no, as kubectl takes it', args: ['--all=false'], settings: defaults },
  { name: 'said yes in a variable', environment: { BOND_INJECTOR_ALL: 'true' }, settings: { ...defaults, all: true } },
  {
    name: 'said no over its variable',
    args: ['--all=false'],
    environment: { BOND_INJECTOR_ALL: 'true' },
    settings: defaults,
  },
  {
    name: 'variables that Kubernetes sets for a Service of our name, and other unknown ones, are none of ours',
    environment: {
      BOND_INJECTOR_PORT: 'tcp://10.0.0.1:443',
      BOND_INJECTOR_SERVICE_HOST: '10.0.0.1',
      BOND_INJECTOR_NONE: 'x',
    },
    settings: defaults,
  },
]
for (const { name, args = [], environment = {}, settings } of good) {
  t.test(`settings: ${name}`, async t => {
    t.same(read(args, environment), settings)
  })
}

const bad: readonly { name: string; args?: readonly string[]; environment?: Environment; problem: string }[] = [
  { name: 'an unknown flag', args: ['--color'], problem: 'unknown flag --color' },
  { name: 'a misspelt flag', args: ['--max-ages=1'], problem: 'unknown flag --max-ages, did you mean --max-age?' },
  { name: 'a flag in other case', args: ['--Size', '1'], problem: 'unknown flag --Size, did you mean --size?' },
  { name: 'an unknown short flag', args: ['-x'], problem: 'unknown flag -x' },
  { name: 'a flag of every object', args: ['--constructor=1'], problem: 'unknown flag --constructor' },
  { name: 'an argument', args: ['pod.yaml'], problem: 'unexpected argument "pod.yaml"' },
  { name: 'an argument behind --', args: ['--', '--size'], problem: 'unexpected argument "--size"' },
  { name: 'no value at the end', args: ['--size'], problem: '--size needs a value: --size N' },
  { name: 'no value before the next flag', args: ['--size', '--pick', '1'], problem: '--size needs a value: --size N' },
  { name: 'no value behind a short name', args: ['-p'], problem: '-p needs a value: -p N' },
  { name: 'a flag behind a short name', args: ['-p', '-A'], problem: '-p needs a value: -p N' },
  { name: 'a wrong value behind a short name', args: ['-p', 'x'], problem: '--pick: expected a number, found "x"' },
  { name: 'an argument behind a flag without a value', args: ['-A', '1'], problem: 'unexpected argument "1"' },
  {
    name: 'a value of a flag without one',
    args: ['--all=1'],
    problem: '--all: expected true or false, found "1"',
  },
  { name: 'a flag without a value, twice', args: ['-A', '--all'], problem: '--all is given more than once' },
  {
    name: 'a variable that says neither yes nor no',
    environment: { BOND_INJECTOR_ALL: 'y' },
    problem: 'BOND_INJECTOR_ALL: expected true or false, found "y"',
  },
  { name: 'an empty value', args: ['--size='], problem: '--size needs a value: --size N' },
  { name: 'given twice', args: ['--size=1', '--size=2'], problem: '--size is given more than once' },
  { name: 'a wrong value', args: ['--size=x'], problem: '--size: expected a number, found "x"' },
  {
    name: 'one wrong value of several',
    args: ['--pick=1', '--pick=x'],
    problem: '--pick: expected a number, found "x"',
  },
  {
    name: 'a wrong value in a variable',
    environment: { BOND_INJECTOR_PICK: '1,x' },
    problem: 'BOND_INJECTOR_PICK: expected a number, found "x"',
  },
]
for (const { name, args = [], environment = {}, problem } of bad) {
  t.test(`wrong use: ${name}`, async t => {
    t.equal(read(args, environment), problem)
  })
}

t.test('help is asked for in both of its forms, and wherever it stands', async t => {
  for (const args of [['--help'], ['-h'], ['--size', '1', '--help']]) t.equal(read(args), 'help')
})

t.test('the variable of a flag', async t => {
  t.equal(variableOf('ops-listen'), 'BOND_INJECTOR_OPS_LISTEN')
})
