import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(`${root}/docs/operations.md`, 'utf8')

/** `| \`message\` | level | when | fields |` */
const documented = [...page.matchAll(/^\| `([^`]+)` +\| (info|warn|error) +\|/gm)].map(
  ([, message, level]) => `${level} ${message}`,
)

/** `log.info({ ... }, 'message')`, the message being the last argument. */
const calls = /\blog\.(trace|debug|info|warn|error|fatal)\((?:[^;]*?,\s*)??'([^'\n]+)',?\s*\)/gi

const written = globSync('src/**/*.ts', { cwd: root }).flatMap(file =>
  [...readFileSync(`${root}/${file}`, 'utf8').matchAll(calls)].map(([, level = '', message]) => `${level} ${message}`),
)

t.test('every line of the log is documented with its level, and every documented one is written', async t => {
  t.ok(documented.length > 15, 'the table of the page was found')
  t.same([...new Set(written)].toSorted(), documented.toSorted())
})

t.test('each line has a message that can be searched for: a literal', async t => {
  const all = globSync('src/**/*.ts', { cwd: root }).flatMap(file =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\blog\.(trace|debug|info|warn|error|fatal)\(/gi)].map(
      () => file,
    ),
  )
  t.equal(written.length, all.length, all.join(', '))
})
