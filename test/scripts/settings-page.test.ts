import t from 'tap'
import { commands, settingsPage } from '../../scripts/settings-page.ts'

const page = settingsPage()
const chapters = new Map(page.split(/^## /m).map(chapter => [chapter.split('\n')[0], chapter]))

for (const { name, flags, description } of commands) {
  t.test(`${name}: what it does, and a row for each flag`, async t => {
    const chapter = chapters.get(name) ?? ''
    t.ok(chapter.includes(description), 'its description')
    const rows = chapter.split('\n').filter(line => line.startsWith('| `--'))
    t.same(
      rows.map(row => /^\| `--([a-z-]+)/.exec(row)?.[1]),
      Object.keys(flags),
    )
    for (const row of rows) t.equal(row.split(/(?<!\\)\|/).length, 6, `four cells: ${row}`)
  })
}

const rows = [
  {
    name: 'a flag with a default',
    row: '| `--ops-listen HOST:PORT` | `BOND_INJECTOR_OPS_LISTEN` | `[::]:8080` | Where',
  },
  { name: 'one without', row: '| `--tls-key FILE` | `BOND_INJECTOR_TLS_KEY` |  | Its key' },
  {
    name: 'a short form, and choices whose bars are no borders of cells',
    row: '| `--output text\\|json\\|sarif\\|junit`, `-o` | `BOND_INJECTOR_OUTPUT` | `text` | text:',
  },
  { name: 'one that takes no value', row: '| `--recursive`, `-R` | `BOND_INJECTOR_RECURSIVE` |  | Read what' },
]
for (const { name, row } of rows) t.test(`a row: ${name}`, async t => t.match(page, `\n${row}`))

t.test('a flag that may be given several times says so', async t => {
  const rule = page.split('\n').find(line => line.startsWith('| `--rule '))
  t.match(rule, / Repeats\. \|$/)
  t.notMatch(
    page.split('\n').find(line => line.startsWith('| `--listen ')),
    /Repeats/,
  )
})

t.test('a command that takes an argument shows it', async t => t.match(page, '    bond-injector rules [ID] [FLAGS]\n'))
