import t from 'tap'
import { allFaults, shortFaults } from './all-faults.ts'
import { readOptions } from './options.ts'

const read = (...args: readonly string[]) => readOptions(args, allFaults, shortFaults)

t.test('each fault has a name of its own, and says what happens', async t => {
  t.equal(new Set(allFaults.map(({ name }) => name)).size, allFaults.length)
  // Each becomes a sentence with what may fail behind it.
  for (const { name, happens } of allFaults) t.notMatch(happens, /\.$|^$/, name)
  for (const fault of shortFaults) t.ok(allFaults.includes(fault), fault.name)
})

t.test('what is chosen', async t => {
  const cases = [
    { args: [], expected: { faults: allFaults, rate: 60, seconds: 10, replicas: 3, write: false, program: undefined } },
    { args: ['--short'], expected: { faults: shortFaults, seconds: 3, replicas: 2 } },
    { args: ['--short', '--replicas=3'], expected: { faults: shortFaults, replicas: 3 } },
    {
      args: ['--only', 'frozen', '--only=SIGKILL', '--rate', '200'],
      expected: { faults: allFaults.filter(({ name }) => name === 'SIGKILL' || name === 'frozen'), rate: 200 },
    },
    { args: ['--write', '--program=x.mjs'], expected: { write: true, program: 'x.mjs' } },
  ]
  for (const { args, expected } of cases) t.match(read(...args), { options: expected }, args.join(' '))
})

t.test('what is wrong is said', async t => {
  const cases = [
    { args: ['--only', 'sigkill'], problem: /^--only sigkill: there are "rolling restart", "SIGKILL", / },
    { args: ['--write', '--short'], problem: /^--write takes all faults$/ },
    { args: ['--write', '--only', 'SIGKILL'], problem: /^--write takes all faults$/ },
    { args: ['--rate', '0'], problem: /^--rate takes a whole number from 1, not "0"$/ },
    { args: ['--seconds', 'ten'], problem: /^--seconds takes a whole number from 1, not "ten"$/ },
    { args: ['--replicas', '1.5'], problem: /^--replicas takes/ },
    { args: ['--speed', '1'], problem: /--speed/ },
    { args: ['SIGKILL'], problem: /SIGKILL/ },
  ]
  for (const { args, problem } of cases) t.match(read(...args), { kind: 'wrong', problem }, args.join(' '))
})
