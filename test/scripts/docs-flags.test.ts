import t from 'tap'
import { commands } from '../../scripts/settings-page.ts'
import { variableOf } from '../../src/cli/given.ts'
import { allPages, codeSpans } from './markdown.ts'

const ours = new Set(['help', 'version', ...commands.flatMap(({ flags }) => Object.keys(flags))])
const variables = new Set([...ours].map(variableOf))

/** Of the network resources injector, of whatever builds images, and of helm. */
const foreign = ['honor-resources', 'build-arg', 'set']

/** Flags and variables that a page speaks of, alone or with a value, and that nobody has. */
function unknownIn(text: string): readonly string[] {
  const spans = codeSpans(text)
  const flags = spans.flatMap(span => /^--([a-z][a-z-]*)/.exec(span)?.[1] ?? [])
  const named = spans.flatMap(span => /^BOND_INJECTOR_[A-Z_]+/.exec(span)?.[0] ?? [])
  const unknown = [
    ...flags.filter(flag => !ours.has(flag) && !foreign.includes(flag)).map(flag => `--${flag}`),
    ...named.filter(variable => !variables.has(variable)),
  ]
  return [...new Set(unknown)]
}

for (const { file, text } of allPages()) {
  t.test(`${file} speaks of no flag that nobody has`, async t => t.same(unknownIn(text), []))
}

const cases = [
  { name: 'a flag of ours', text: '`--listen`, `--rule ID=off`, `--devices=leave`', unknown: [] },
  { name: 'one that nobody has, told once', text: '`--listn` and `--listn x`', unknown: ['--listn'] },
  { name: 'one of another program', text: '`--honor-resources`', unknown: [] },
  { name: 'a variable', text: '`BOND_INJECTOR_LISTEN`, `BOND_INJECTOR_LISTN=x`', unknown: ['BOND_INJECTOR_LISTN'] },
  { name: 'in a command line it is judged with its command', text: '`kubectl apply --dry-run=server`', unknown: [] },
]
for (const { name, text, unknown } of cases) t.test(name, async t => t.same(unknownIn(text), unknown))
