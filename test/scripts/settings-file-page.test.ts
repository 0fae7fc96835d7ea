import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { settingsFilePage } from '../../scripts/settings-file-page.ts'
import { fileKeys } from '../../src/cli/settings-file/file-keys.ts'
import { readSettingsFile } from '../../src/cli/settings-file/read-settings-file.ts'
import { codeBlocks, root } from './markdown.ts'

const page = settingsFilePage()
const blockOf = (language: string) => codeBlocks(page).find(block => block.language === language)?.text ?? ''

t.test('a row for each key, with what the help says of its flag', async t => {
  const rows = page.split('\n').filter(line => line.startsWith('| `'))
  t.same(
    rows.map(row => row.split('`')[1]),
    fileKeys.map(({ key }) => key),
  )
  for (const [index, { flag }] of fileKeys.entries()) {
    const cells = rows[index]?.split(/(?<!\\)\|/) ?? []
    t.equal(cells.length, 6, `four cells: ${rows[index] ?? ''}`)
    t.ok(cells[4]?.includes(flag.help))
  }
})

t.test('its example is read', async t => {
  const reading = readSettingsFile('.bond-injector.yaml', blockOf('yaml'))
  t.equal(reading.kind, 'given', JSON.stringify(reading))
})

t.test('its mistakes are refused in these words', async t => {
  const text = 'discovery: on\nrules:\n  miimon-strng: off\n  config-json: off\nmin-certanty: kernel\ndevices: yes\n'
  const reading = readSettingsFile('.bond-injector.yaml', text)
  const problems = reading.kind === 'wrong' ? reading.problems : []
  t.equal(blockOf('text'), problems.map(problem => `bond-injector lint: ${problem}\n`).join(''))
})

t.test('the ConfigMap that it names is that of the chart', async t => {
  const template = join(root, 'charts', 'bond-injector', 'templates', 'settings-config-map.yaml')
  const text = readFileSync(template, 'utf8')
  t.match(text, 'name: {{ include "bond-injector.fullname" . }}-settings\n')
  t.match(text, '\n  .bond-injector.yaml: |\n')
})
