import t from 'tap'
import { commands } from '../../scripts/settings-page.ts'
import { readGiven } from '../../src/cli/given.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { bondInjectorHere } from '../cli/command-line.ts'
import { allPages, codeBlocks, codeSpans } from './markdown.ts'

const shells = ['', 'sh', 'bash', 'console']

/** `bond-injector ...` wherever a page shows it: in blocks of commands, behind a pipe, and within a sentence. */
function commandLines(text: string): readonly string[] {
  const blocks = codeBlocks(text).filter(({ language }) => shells.includes(language))
  const lines = blocks.flatMap(block => block.text.replaceAll('\\\n', ' ').split('\n'))
  return [...lines, ...codeSpans(text)].flatMap(line => {
    const commandsOfLine = line.split(/\s(?:\||\|\||&&|;|>)\s/).map(one => one.trim())
    return commandsOfLine.flatMap(one => {
      const [, args] = /^(?:\$ )?(?:\w+=\S* )*(?:node )?(?:\S*dist\/)?bond-injector(?:\.mjs)? (\S.*)$/.exec(one) ?? []
      return args === undefined ? [] : [args.replace(/\s#.*$/, '')]
    })
  })
}

/** What the program would say to it; undefined if it would start to work. */
function trouble(line: string): string | undefined {
  const [name = '', ...args] = line
    .replace(/ \[[A-Z]+\]/g, '')
    .trim()
    .split(/\s+/)
    .map(arg => arg.replace(/^'(.*)'$/, '$1'))
  // `bond-injector COMMAND --help`; and `bond-injector serve: ...`, which is something the program says.
  if (/^[A-Z]+$|:$|^--(help|version)$/.test(name)) return undefined
  const command = commands.find(one => one.name === name)
  if (!command) return `no command "${name}"`
  const given = readGiven(command.flags, args, {}, command.argument !== undefined)
  if (given.kind === 'wrong') return given.problem
  const placeholders = args.some(arg => /^[A-Z/]+$|ID=|\|/.test(arg))
  const settings = placeholders ? undefined : readSettings(command.flags, given.given)
  return settings?.kind === 'wrong' ? settings.problem : undefined
}

for (const { file, text } of allPages()) {
  const lines = commandLines(text)
  if (lines.length === 0) continue
  t.test(`the program takes every command line of ${file}`, async t => {
    for (const line of lines) t.equal(trouble(line), undefined, `bond-injector ${line}`)
  })
}

t.test('the commands that are documented are those that the program has', async t => {
  const { stdout } = await bondInjectorHere(['--help'])
  const shown = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name)
  t.same(
    shown,
    commands.map(({ name }) => name),
  )
})

const cases = [
  { name: 'in an indented block', text: '\n    bond-injector serve --listn x\n', found: ['serve --listn x'] },
  { name: 'in a block of commands', text: '```sh\nbond-injector check\n```', found: ['check'] },
  { name: 'but not in output', text: '```text\nbond-injector serves you\n```', found: [] },
  { name: 'within a sentence', text: 'Say `bond-injector lint -f x` to it.', found: ['lint -f x'] },
  { name: 'the built program', text: '\n    $ node dist/bond-injector.mjs inject -f x > y\n', found: ['inject -f x'] },
  { name: 'with variables before it', text: '```sh\nA=b C= dist/bond-injector.mjs serve\n```', found: ['serve'] },
  {
    name: 'behind a pipe, and before one',
    text: '\n    cat x | bond-injector inject -f - | kubectl apply -f -\n',
    found: ['inject -f -'],
  },
  { name: 'over two lines', text: '```sh\nbond-injector inject \\\n  -f x\n```', found: ['inject    -f x'] },
  { name: 'with a remark behind it', text: '\n    bond-injector lint -f x # all of it\n', found: ['lint -f x'] },
  {
    name: 'the name alone, labels and messages are none',
    text: '`bond-injector`, `bond-injector.io/bond`, `[bond-injector x]`',
    found: [],
  },
]
for (const { name, text, found } of cases) {
  t.test(`a command line is found ${name}`, async t => t.same(commandLines(text), found))
}

const judged = [
  { line: 'serve --manifests x', trouble: undefined },
  { line: 'inject -f x -o diff --rule fail-over-mac-required=off', trouble: undefined },
  { line: 'rules fail-over-mac-required', trouble: undefined },
  { line: 'COMMAND --help', trouble: undefined },
  { line: 'rules [ID] [FLAGS]', trouble: undefined },
  { line: 'serve: some trouble', trouble: undefined },
  { line: 'inject -f x -o yaml|json', trouble: undefined },
  { line: 'convert -f x', trouble: 'no command "convert"' },
  { line: 'serve --listn x', trouble: 'unknown flag --listn, did you mean --listen?' },
  { line: 'inject pod.yaml', trouble: 'unexpected argument "pod.yaml"' },
  { line: 'inject -f x -o xml', trouble: '--output: expected yaml, json, patch or diff, found "xml"' },
]
for (const { line, trouble: expected } of judged) {
  t.test(`bond-injector ${line}: ${expected ?? 'fine'}`, async t => t.equal(trouble(line), expected))
}
