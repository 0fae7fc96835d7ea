import { parseNumber } from './go-number.ts'

/** What a scalar means to kubectl. `refused`: it stops with an error. */
export type ScalarMeaning =
  | { readonly kind: 'value'; readonly value: string | boolean | null }
  | { readonly kind: 'value'; readonly value: number; readonly float: boolean }
  | { readonly kind: 'refused'; readonly reason: string }

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...spellings(['y', 'yes', 'true', 'on'], true),
  ...spellings(['n', 'no', 'false', 'off'], false),
  ...spellings(['null'], null),
  ['', null],
  ['~', null],
])

const notNumbers = new Set(['.inf', '.Inf', '.INF'].flatMap(word => [word, `+${word}`, `-${word}`]))
for (const word of ['.nan', '.NaN', '.NAN']) notNumbers.add(word)

/**
 * A plain (unquoted) scalar as kubectl reads it: sigs.k8s.io/yaml over go.yaml.in/yaml/v2, resolve.go. That is YAML 1.1
 * without sexagesimal numbers and dates, which stay text.
 */
export function resolvePlain(text: string): ScalarMeaning {
  const word = words.get(text)
  if (word !== undefined) return { kind: 'value', value: word }
  if (notNumbers.has(text)) return refused(`${text} has no counterpart in JSON, and so none in Kubernetes`)
  const number = parseNumber(text)
  return number === undefined ? { kind: 'value', value: text } : { kind: 'value', ...number }
}

/** A scalar that carries a tag (`!!str`, in its short form), whatever its style. Tags of applications make text. */
export function resolveTagged(tag: string, text: string): ScalarMeaning {
  if (tag === '!!binary') return binary(text)
  const accepts = standardTags[tag]
  if (accepts === undefined) return { kind: 'value', value: text }
  const plain = resolvePlain(text)
  if (plain.kind === 'refused' || accepts(plain)) return plain
  return refused(`${JSON.stringify(text)} cannot be read as ${tag}`)
}

type Meant = Extract<ScalarMeaning, { readonly kind: 'value' }>

// The formats of resolve.go: with T and a zone, with a blank and none, or only a date.
const date = /\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])/.source
const time = /\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?/.source
const timestamp = new RegExp(`^${date}(?:[Tt]${time}(?:Z|[-+]\\d\\d:\\d\\d)| ${time})?$`)

const standardTags: Readonly<Record<string, (meant: Meant) => boolean>> = {
  '!!int': meant => typeof meant.value === 'number' && 'float' in meant && !meant.float,
  '!!float': meant => typeof meant.value === 'number',
  '!!bool': meant => typeof meant.value === 'boolean',
  '!!null': meant => meant.value === null,
  '!!timestamp': meant => typeof meant.value === 'string' && timestamp.test(meant.value),
}

function refused(reason: string): ScalarMeaning {
  return { kind: 'refused', reason }
}

function binary(text: string): ScalarMeaning {
  const packed = text.replaceAll(/[\r\n]/g, '')
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(packed)) {
    return refused('what stands behind !!binary is not base64')
  }
  const bytes = Uint8Array.from(atob(packed), char => char.charCodeAt(0))
  return { kind: 'value', value: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

/** A word in the three spellings that YAML 1.1 knows: lower case, capitalised, upper case. */
function spellings<T>(lower: readonly string[], value: T): [string, T][] {
  return lower.flatMap(word => {
    const capitalised = word.slice(0, 1).toUpperCase() + word.slice(1)
    return [word, capitalised, word.toUpperCase()].map((spelling): [string, T] => [spelling, value])
  })
}
