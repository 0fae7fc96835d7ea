// Writes the documentation that the program knows best, or with --check only says whether it is fresh.
import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { rulesPage } from './rules-page.ts'
import { settingsFilePage } from './settings-file-page.ts'
import { schemaOfSettingsFile, settingsFileSchema } from './settings-file-schema.ts'
import { settingsPage } from './settings-page.ts'
import { valuesPage } from './values-page.ts'
import { schemaFile, valuesSchema } from './values-schema.ts'

const pages = [
  { file: 'docs/rules.md', text: rulesPage() },
  { file: 'docs/settings.md', text: await formatted('docs/settings.md', settingsPage()) },
  { file: 'docs/settings-file.md', text: await formatted('docs/settings-file.md', settingsFilePage()) },
  { file: settingsFileSchema, text: await formatted(settingsFileSchema, JSON.stringify(schemaOfSettingsFile())) },
  { file: 'docs/values.md', text: await formatted('docs/values.md', valuesPage()) },
  { file: schemaFile, text: await formatted(schemaFile, JSON.stringify(valuesSchema())) },
]

const check = process.argv.includes('--check')
let stale = 0
for (const { file, text } of pages) {
  const present = await readFile(file, 'utf8').catch(() => '')
  if (present === text) continue
  stale++
  if (!check) await writeFile(file, text)
  console.log(check ? `${file} is stale: run npm run docs` : `${file} written`)
}
process.exitCode = check && stale > 0 ? 1 : 0

async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file })
}
