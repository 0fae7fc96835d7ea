import { rules } from '../src/bonding/rules/catalogue.ts'
import { type FileKey, fileKeys } from '../src/cli/settings-file/file-keys.ts'
import { valuesSchema } from './values-schema.ts'

export const settingsFileSchema = 'docs/settings-file.schema.json'

/** A JSON Schema of .bond-injector.yaml, for editors; made from the flags that read it. */
export function schemaOfSettingsFile(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.bond-injector.yaml',
    description: 'What a repository or a site has settled for bond-injector.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fileKeys.map(known => [known.key, schemaOf(known)])),
  }
}

function schemaOf({ flag, holds }: FileKey): object {
  const { help: description, fallback, choices } = flag
  switch (holds) {
    case 'each':
      return { description, type: 'object', additionalProperties: false, properties: severities() }
    case 'list':
      return { description, type: 'array', minItems: 1, items: oneOf(choices), default: fallback?.split(',') }
    case 'one':
      return { description, ...oneOf(choices), default: fallback }
  }
}

/** YAML 1.1, which this program reads, makes true and false of a bare on and off, and some editors read it, too. */
function oneOf(choices: readonly string[] | undefined): object {
  if (choices === undefined) return { type: 'string' }
  return { enum: choices.includes('on') ? [...choices, true, false] : choices }
}

/** As in the values of the chart, with what each rule says. */
function severities(): object {
  const levels = valuesSchema().properties?.['rules']?.properties ?? {}
  return Object.fromEntries(rules.map(({ id, summary }) => [id, { description: summary, ...levels[id] }]))
}
