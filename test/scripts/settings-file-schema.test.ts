import t from 'tap'
import { schemaOfSettingsFile } from '../../scripts/settings-file-schema.ts'
import { fileKeys } from '../../src/cli/settings-file/file-keys.ts'
import { readSettingsFile } from '../../src/cli/settings-file/read-settings-file.ts'

interface Schema {
  readonly description?: string
  readonly additionalProperties?: boolean
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly default?: unknown
}

const schema: Schema = schemaOfSettingsFile()
const properties = schema.properties ?? {}
const isRead = (settings: object) => readSettingsFile('s.json', JSON.stringify(settings)).kind === 'given'

t.test('it has the keys that are read, and no others', async t => {
  t.same(
    Object.keys(properties),
    fileKeys.map(({ key }) => key),
  )
  t.equal(schema.additionalProperties, false)
  t.equal(properties['rules']?.additionalProperties, false)
})

for (const [key, { description, items, enum: values, properties: below, default: standing }] of Object.entries(
  properties,
)) {
  t.test(`${key}: what it offers is read, and nothing beside it`, async t => {
    t.ok(description)
    for (const value of values ?? []) t.ok(isRead({ [key]: value }), JSON.stringify(value))
    for (const value of items?.enum ?? []) t.ok(isRead({ [key]: [value] }), JSON.stringify(value))
    if (standing !== undefined) t.ok(isRead({ [key]: standing }), 'the default')
    if (values) t.notOk(isRead({ [key]: 'other' }))
    if (items?.enum) t.notOk(isRead({ [key]: ['other'] }))
    t.notOk(isRead({ [key]: '' }), 'nothing')
    for (const [id, { enum: severities = [] }] of Object.entries(below ?? {})) {
      const taken = ['off', false, 'warning', 'error'].filter(severity => isRead({ [key]: { [id]: severity } }))
      t.same(severities, taken, id)
    }
  })
}
