import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Schema, valuesSchema } from './values-schema.ts'

const valuesFile = 'charts/bond-injector/values.yaml'

/** docs/values.md: the chart's schema as a table, with the defaults of its values. */
export function valuesPage(): string {
  const values: unknown = parse(readFileSync(valuesFile, 'utf8'))
  const rows = described([], valuesSchema())
    .filter(({ path }) => path[0] !== 'global')
    .map(({ path, schema }) => row(path, schema, memberOf(values, path)))
  return `${introduction}\n| value | default | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

const introduction = `# Values of the chart

Made by \`npm run docs\` from values.schema.json and values.yaml of \`charts/bond-injector\`; the comments of values.yaml say
why each default is the default. What is not in this table is refused when the chart is rendered.
`

/** All that a description stands on: what is below one belongs to it. */
function described(
  path: readonly string[],
  schema: Schema,
): readonly { readonly path: readonly string[]; readonly schema: Schema }[] {
  if (schema.description !== undefined) return [{ path, schema }]
  return Object.entries(schema.properties ?? {}).flatMap(([name, below]) => described([...path, name], below))
}

function row(path: readonly string[], schema: Schema, fallback: unknown): string {
  const choices = schema.enum?.map(choice => code(choice)).join(', ')
  const meaning = [schema.description, ...(choices === undefined ? [] : [`One of ${choices}.`])].join(' ')
  return `| \`${path.join('.')}\` | ${code(fallback)} | ${meaning.replaceAll('|', '\\|')} |`
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' && value !== '' ? value : JSON.stringify(value)}\``
}

function memberOf(value: unknown, path: readonly string[]): unknown {
  return path.reduce((below: unknown, name) => {
    return typeof below === 'object' && below !== null && name in below ? below[name as keyof typeof below] : undefined
  }, value)
}
