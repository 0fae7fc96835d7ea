import { readFileSync } from 'node:fs'
import t from 'tap'
import { rules } from '../../src/bonding/rules/catalogue.ts'
import { rulesPage } from '../../scripts/rules-page.ts'
import { bondInjectorHere } from './command-line.ts'

const run = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await bondInjectorHere(['rules', ...args])
  return { code, stdout, stderr }
}

t.test('every rule with its severity, in 80 columns', async t => {
  const { code, stdout, stderr } = await run()
  t.strictSame({ code, stderr }, { code: 0, stderr: '' })
  for (const line of stdout.split('\n')) t.ok(line.length <= 80, line)
  const listed = stdout.split('\n').flatMap(line => /^ {2}([a-z][\w-]*) +(error|warning|off) +\S/.exec(line) ?? [])
  const pairs = listed.filter((_, index) => index % 3 !== 0)
  t.strictSame(
    pairs,
    rules.flatMap(({ id, off, severity }) => [id, off ? 'off' : severity]),
  )
})

t.test('one rule: what, why, examples with the real messages, sources', async t => {
  const { code, stdout } = await run('miimon-string')
  t.equal(code, 0)
  t.match(
    stdout,
    /^miimon-string: miimon is a number in quotes\n\(error, refused-at-load, stays an error\)\n\nOf all numbers/,
  )
  t.match(stdout, 'Not so:\n    "miimon": 100\n  error: demo/bond-net1 spec.config.miimon: the number 100, but')
  t.match(stdout, '\n  fix: Put the number in quotes: "miimon": "100"\n')
  t.match(stdout, '\nRight:\n    "miimon": "100"\n')
  t.match(stdout, /\nSources:\n {2}\S/)
})

t.test('every rule can be explained, and what no example holds is in 80 columns', async t => {
  for (const { id, examples, off } of rules) {
    const { code, stdout } = await run(id)
    t.equal(code, 0, id)
    t.equal(stdout.match(/^Not so:$/gm)?.length, examples.bad.length, id)
    t.equal(stdout.match(/^Right:$/gm)?.length, examples.good.length, id)
    if (off) t.match(stdout.replaceAll(/\s+/g, ' '), `off unless asked for with --rule ${id}=`)
    // Examples stand as they are; a word that is longer than a line cannot be broken.
    const broken = stdout.split('\n').filter(line => !/^ {4}|\S{60}/.test(line))
    t.strictSame(
      broken.filter(line => line.length > 80),
      [],
    )
  }
})

t.test('json: all rules, or one, in one form', async t => {
  const all = JSON.parse((await run('-o', 'json')).stdout) as { version: number; rules: readonly { id: string }[] }
  t.equal(all.version, 1)
  t.strictSame(
    all.rules.map(({ id }) => id),
    rules.map(({ id }) => id),
  )
  const one = JSON.parse((await run('miimon-string', '--output=json')).stdout) as typeof all
  t.strictSame(one, { version: 1, rules: all.rules.filter(({ id }) => id === 'miimon-string') })
  t.match(one.rules, [
    {
      object: 'bond-network',
      severity: 'error',
      certainty: 'refused-at-load',
      fixed: true,
      offByDefault: false,
      examples: { bad: [{ example: '"miimon": 100', findings: [{ rule: 'miimon-string', severity: 'error' }] }] },
    },
  ])
})

t.test('markdown: the page of the documentation, or the section of one rule in it', async t => {
  const { stdout } = await run('-o', 'markdown')
  t.equal(stdout, rulesPage())
  const one = (await run('miimon-string', '-o', 'markdown')).stdout
  t.match(one, /^### miimon-string\n\n/)
  t.ok(stdout.includes(one))
  t.match(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8'), '### miimon-string\n')
})

const wrong = [
  { args: ['miimon'], stderr: /there is no rule "miimon"; rules without an ID lists all\n$/ },
  { args: ['MIIMON-STRING'], stderr: /, did you mean miimon-string\?\n$/ },
  { args: ['-o', 'yaml'], stderr: /--output: expected text, json or markdown, found "yaml"/ },
  { args: ['a', 'b'], stderr: /unexpected argument "b"/ },
]
for (const { args, stderr } of wrong) {
  t.test(`rules ${args.join(' ')}: exit code 2`, async t => {
    const ended = await run(...args)
    t.match(ended, { code: 2, stdout: '' })
    t.match(ended.stderr, stderr)
  })
}

t.test('the help says that an ID may stand there, and no other command takes an argument', async t => {
  t.match((await run('--help')).stdout, /^Usage: bond-injector rules \[ID\] \[FLAGS\]\n/)
  t.match((await bondInjectorHere(['lint', '--help'])).stdout, /^Usage: bond-injector lint \[FLAGS\]\n/)
})

t.test('flags may stand on both sides of the ID', async t => {
  const { stdout } = await run('miimon-string', '-o', 'json')
  for (const args of [
    ['-o', 'json', 'miimon-string'],
    ['-ojson', '--', 'miimon-string'],
  ]) {
    t.equal((await run(...args)).stdout, stdout)
  }
})
